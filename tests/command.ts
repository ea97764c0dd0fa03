/** Runs programs whose end tells whether they did well. */

import { assert } from "@std/assert";

export const ROOT = new URL("../", import.meta.url);

/** What Deno is told to use the set of dependencies that the tests run on. */
export const DENO_ARGS: string[] = JSON.parse(
  Deno.env.get("KUGOU_DENO_ARGS") ?? "[]",
);

const MINUTE_MS = 60_000;

/** Runs a command that must succeed and end, and gives what it printed. */
export async function run(
  command: string,
  args: string[],
  { limitMs = 5 * MINUTE_MS, ...options }: {
    cwd?: string | URL;
    env?: Record<string, string>;
    limitMs?: number;
  } = {},
): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(command, {
    args,
    cwd: ROOT,
    stdin: "null",
    ...options,
    env: { NO_COLOR: "1", ...options.env },
    signal: AbortSignal.timeout(limitMs),
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes).trim();
  assert(
    success,
    `${command} ${args.join(" ")}\n${text(stdout)}\n${text(stderr)}`,
  );
  return text(stdout);
}
