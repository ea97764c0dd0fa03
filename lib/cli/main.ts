/** The way through the command line: words in, exit code out. */

import config from "../../deno.json" with { type: "json" };
import { type CommandName, PROGRAM } from "./commands.ts";
import { type Context, createContext } from "./context.ts";
import { reportFailure } from "./failure.ts";
import { EXIT_CODES } from "./exit_codes.ts";
import { type Args, parseCommandLine } from "./parse.ts";

/** What a command does; it gives the exit code. */
type Run = (args: Args, context: Context) => number | Promise<number>;

/** A command is loaded when it is run, without the others. */
const LOAD = {
  "user-info": () => import("./user_info.ts"),
  "batch": () => import("./batch/command.ts"),
  "report": () => import("./report/command.ts"),
  "explain": () => import("./explain.ts"),
  "sandbox": () => import("./sandbox.ts"),
  "completions": () => import("./complete.ts"),
  "help": () => import("./help.ts"),
} satisfies Record<CommandName, () => Promise<{ readonly run: Run }>>;

/** Runs the command line. */
export async function main(
  words: readonly string[],
  context: Context = createContext(words),
): Promise<number> {
  try {
    if (words[0] === "__complete") {
      const { complete } = await import("./complete.ts");
      return complete(words.slice(1), context);
    }
    const { command, args } = parseCommandLine(words);
    if (args.options.has("help")) {
      return (await LOAD.help()).showHelp(command, context);
    }
    if (command === null || args.options.has("version")) {
      context.out.line(`${PROGRAM} ${config.version}`);
      return EXIT_CODES.found;
    }
    const { run }: { run: Run } = await LOAD[command]();
    return await run(args, context);
  } catch (error) {
    return reportFailure(error, context);
  }
}
