/**
 * The way through the command line, words in and exit code out; what every
 * command is given on it; and Ctrl-C.
 *
 * @module
 */

import type { Language } from "../i18n/words.ts";
import { commandSpec } from "./commands.ts";
import { Output } from "./output.ts";
import { parseCommandLine } from "./parse.ts";
import { grantedEnv } from "./permission.ts";

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
    return await (await import("./help.ts")).showVersion(app);
  }
  const { run } = await commandSpec(command).load();
  return await run(args, app);
}

/** What every command is given. */
export interface App {
  /** For the answer. */
  readonly out: Output;
  /** For everything else. */
  readonly err: Output;
  /** The language for people. */
  readonly language: Language;
  /** What a failure is about; the command fills it in as it finds out. */
  readonly about: {
    /** The device that was looked up, once its id is known to be one. */
    deviceId: string | null;
    /** What a field of the client is called by the person who set it. */
    readonly labels: Record<string, string>;
  };
}

/**
 * Opens the streams and chooses the language.
 *
 * @param words The words of the command line, which may all be wrong.
 * @returns What every command is given.
 */
export function openApp(words: readonly string[]): App {
  let language: Language | undefined;
  return {
    out: new Output(Deno.stdout),
    err: new Output(Deno.stderr),
    // Not looked up before it is needed: a lookup has been sent by then.
    get language() {
      return language ??= chooseLanguage(words);
    },
    about: { deviceId: null, labels: {} },
  };
}

/**
 * Chooses the language for people: `--lang`, then `KUGOU_LANG`, then what the
 * machine is set to.
 *
 * Whether `--lang` is right is checked later; what is said about it has to be
 * said in some language.
 */
function chooseLanguage(words: readonly string[]): Language {
  const asked = /(?:^|\n)--lang[=\n](en|zh)(?:\n|$)/.exec(words.join("\n"));
  const tag = asked?.[1] || grantedEnv("KUGOU_LANG") || navigator.language;
  return /^zh\b/i.test(tag) ? "zh" : "en";
}

/** Somebody pressed Ctrl-C. */
export class Interrupted extends Error {
  /** For `switch` and for JSON, as in the client's errors. */
  readonly kind = "interrupted";

  /** Makes the error. */
  constructor() {
    super("Cannot continue: interrupted");
  }
}

/**
 * Works until the work is done or Ctrl-C is pressed, whichever comes first.
 *
 * Deno would end by itself, but without a word, and with the terminal as the
 * work has left it.
 *
 * @param work What to do; the signal tells it to clean up.
 * @returns What it gave.
 * @throws {Interrupted} If Ctrl-C was pressed.
 */
export async function untilInterrupted<T>(
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const stop = new AbortController();
  const interrupted = Promise.withResolvers<never>();
  const onInterrupt = () => {
    const reason = new Interrupted();
    stop.abort(reason);
    interrupted.reject(reason);
  };
  Deno.addSignalListener("SIGINT", onInterrupt);
  try {
    return await Promise.race([work(stop.signal), interrupted.promise]);
  } finally {
    Deno.removeSignalListener("SIGINT", onInterrupt);
  }
}
