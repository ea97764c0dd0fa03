/**
 * Where the access token comes from.
 *
 * It is never an argument: those can be read by everybody on the machine, in
 * the list of processes, and stay in the shell's history.
 *
 * @module
 */

import type { App } from "./app.ts";
import type { Args } from "./parse.ts";
import { mayReadEnv, MissingPermission } from "./permission.ts";

const VARIABLE = "KUGOU_ACCESS_TOKEN";

/**
 * Finds the access token in the first of its sources that was chosen: stdin, a
 * file, the environment.
 *
 * @param args What the command was given.
 * @param app Learns what the source is called.
 * @returns The token as it was found, or nothing.
 * @throws {UsageError} If the source cannot be read.
 */
export async function findToken(
  args: Args,
  app: App,
): Promise<string | undefined> {
  const file = args.options.get("token-file");
  if (args.options.has("token-stdin")) {
    app.about.labels["accessToken"] = "--token-stdin";
    if (Deno.stdin.isTerminal()) return undefined;
    const { readStream } = await import("./read_file.ts");
    return withoutLineBreak(await readStream("--token-stdin", Deno.stdin));
  }
  if (file !== undefined) {
    app.about.labels["accessToken"] = "--token-file";
    const { readFile } = await import("./read_file.ts");
    return withoutLineBreak(await readFile("--token-file", file));
  }
  app.about.labels["accessToken"] = VARIABLE;
  return mayReadEnv(VARIABLE) ? Deno.env.get(VARIABLE) : undefined;
}

/**
 * Gets the access token where no source has one: from a person, or not at all.
 *
 * @param app Where to ask, and in which language.
 * @param signal Ends the question.
 * @returns What was typed.
 * @throws {MissingPermission} If the environment must not be read.
 * @throws {UsageError} If nobody can be asked.
 */
export async function askForToken(
  app: App,
  signal: AbortSignal,
): Promise<string> {
  if (Deno.stdin.isTerminal() && app.err.isTerminal) {
    const { promptToken } = await import("./token_prompt.ts");
    return await promptToken(app, signal);
  }
  if (!mayReadEnv(VARIABLE)) {
    throw new MissingPermission(`--allow-env=${VARIABLE}`);
  }
  const { UsageError } = await import("./usage_error.ts");
  throw new UsageError(VARIABLE, ({ noToken }) => noToken);
}

/** Editors and `echo` end a file with one; more than one is a mistake. */
function withoutLineBreak(text: string): string {
  return text.replace(/\r?\n$/, "");
}
