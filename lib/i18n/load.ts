/**
 * Loads the words of one topic in one language.
 *
 * @module
 */

import type { Language, Words } from "./words.ts";

type Loaders = {
  readonly [Topic in keyof Words]: {
    readonly [_ in Language]: () => Promise<Pick<Words, Topic>>;
  };
};

const ANSWERS = {
  en: () => import("./en/answers.ts"),
  zh: () => import("./zh/answers.ts"),
};
const FAILURE = {
  en: () => import("./en/failure.ts"),
  zh: () => import("./zh/failure.ts"),
};
const HELP = {
  en: () => import("./en/help.ts"),
  zh: () => import("./zh/help.ts"),
};

/** Written out, because Deno lets only literal specifiers through freely. */
const LOADERS: Loaders = {
  batch: ANSWERS,
  card: ANSWERS,
  explain: ANSWERS,
  failure: FAILURE,
  help: HELP,
  lookup: ANSWERS,
  sandbox: ANSWERS,
  usage: FAILURE,
};

/**
 * Loads the words of one topic in one language, with few others.
 *
 * @param topic What the words are about.
 * @param language The language.
 * @returns The words.
 */
export async function loadWords<Topic extends keyof Words>(
  topic: Topic,
  language: Language,
): Promise<Words[Topic]> {
  return (await LOADERS[topic][language]())[topic];
}
