/**
 * Tells what went wrong, to a person or to a program.
 *
 * @module
 */

import type { App } from "./app.ts";
import { exitCodeOf } from "./exit_codes.ts";
import { type Failure, toFailure } from "./failure_kind.ts";

/**
 * Reports whatever was thrown.
 *
 * @param error What was thrown.
 * @param app Where to write.
 * @param words The words of the command line, which may all be wrong.
 * @returns The exit code.
 */
export async function reportFailure(
  error: unknown,
  app: App,
  words: readonly string[],
): Promise<number> {
  const failure = toFailure(error);
  const has = (option: string) => words.includes(option);
  if (has("--json")) await writeObject(failure, app);
  else await writeText(failure, app);
  if (failure.kind === "bug" && has("--verbose")) {
    const { escapeText } = await import("./escape.ts");
    for (const line of failure.stack?.split("\n") ?? []) {
      app.err.line(escapeText(line));
    }
  }
  return exitCodeOf(failure);
}

async function writeObject(failure: Failure, app: App): Promise<void> {
  const { failureObject } = await import("./failure_json.ts");
  const { escapeJson } = await import("./escape.ts");
  const object = await failureObject(failure, app.about.deviceId);
  app.out.line(escapeJson(object, app.out.isTerminal));
}

async function writeText(failure: Failure, app: App): Promise<void> {
  const { writeFailure } = await import("./failure_text.ts");
  await writeFailure(failure, app);
}
