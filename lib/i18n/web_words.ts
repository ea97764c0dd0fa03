import { web as en } from "./en/web.ts";
import type { Language } from "./words.ts";
import { web as zh } from "./zh/web.ts";

export type WebWords = typeof en;

/** What the page itself refuses, by HTTP status. */
export type HttpFailure = keyof WebWords["http"];

/** Finds the words of the page. */
export function webWords(language: Language): WebWords {
  return language === "zh" ? zh : en;
}
