/**
 * Loads the words of one topic in one language.
 *
 * @module
 */

import type { Language, Words } from "./words.ts";

type Loaders = {
  readonly [Topic in keyof Words]: {
    readonly [_ in Language]: () => Promise<{ readonly words: Words[Topic] }>;
  };
};

/** Written out, because Deno lets only literal specifiers through freely. */
const LOADERS: Loaders = {
  batch: {
    en: () => import("./en/batch.ts"),
    zh: () => import("./zh/batch.ts"),
  },
  card: {
    en: () => import("./en/card.ts"),
    zh: () => import("./zh/card.ts"),
  },
  explain: {
    en: () => import("./en/explain.ts"),
    zh: () => import("./zh/explain.ts"),
  },
  failure: {
    en: () => import("./en/failure.ts"),
    zh: () => import("./zh/failure.ts"),
  },
  help: {
    en: () => import("./en/help.ts"),
    zh: () => import("./zh/help.ts"),
  },
  lookup: {
    en: () => import("./en/lookup.ts"),
    zh: () => import("./zh/lookup.ts"),
  },
  sandbox: {
    en: () => import("./en/sandbox.ts"),
    zh: () => import("./zh/sandbox.ts"),
  },
  usage: {
    en: () => import("./en/usage.ts"),
    zh: () => import("./zh/usage.ts"),
  },
};

/**
 * Loads the words of one topic in one language, and no others.
 *
 * @param topic What the words are about.
 * @param language The language.
 * @returns The words.
 */
export async function loadWords<Topic extends keyof Words>(
  topic: Topic,
  language: Language,
): Promise<Words[Topic]> {
  return (await LOADERS[topic][language]()).words;
}
