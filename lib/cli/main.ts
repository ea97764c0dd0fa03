/**
 * The way through the command line: words in, exit code out.
 *
 * @module
 */

import { type App, openApp } from "./app.ts";
import { commandSpec } from "./commands.ts";
import { parseCommandLine } from "./parse.ts";

/**
 * Runs the command line.
 *
 * @param words The words after the program's name.
 * @returns The exit code.
 */
export async function main(words: readonly string[]): Promise<number> {
  const app = openApp(words);
  try {
    return await dispatch(words, app);
  } catch (error) {
    const { reportFailure } = await import("./failure.ts");
    return await reportFailure(error, app, words);
  }
}

async function dispatch(words: readonly string[], app: App): Promise<number> {
  const { command, args } = await parseCommandLine(words);
  if (args.options.has("help")) {
    return (await import("./help.ts")).showHelp(command, app);
  }
  if (command === null || args.options.has("version")) {
    return (await import("./version.ts")).showVersion(app);
  }
  const { run } = await commandSpec(command).load();
  return await run(args, app);
}
