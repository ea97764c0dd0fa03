/**
 * On what it was measured.
 *
 * @module
 */

import { cpus } from "node:os";

/**
 * Describes the machine, Deno, and the dependencies.
 *
 * @param now The time of the measurement.
 * @returns Markdown, a list.
 */
export function describeMachine(now: Date): string {
  const { deno, v8 } = Deno.version;
  const { os, arch } = Deno.build;
  const all = cpus();
  const model = all[0]?.model.trim() || "of an unknown model";
  const dependencies = Deno.env.get("KUGOU_DEPS") || "not said";
  return [
    `- Date: ${now.toISOString().slice(0, 16).replace("T", " ")} UTC`,
    `- Deno ${deno}, V8 ${v8}, ${os} ${arch}`,
    `- CPUs: ${all.length}, ${model}`,
    `- Dependencies: ${dependencies}`,
  ].join("\n");
}
