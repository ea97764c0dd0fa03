/**
 * What every command is given: where to write, and in which language.
 *
 * @module
 */

import type { Language } from "../i18n/words.ts";
import { Output } from "./output.ts";
import { grantedEnv } from "./permission.ts";

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
