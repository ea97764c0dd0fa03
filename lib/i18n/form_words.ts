import { form as en } from "./en/form.ts";
import type { Language } from "./words.ts";
import { form as zh } from "./zh/form.ts";

export type FormWords = typeof en;

/** Finds the words of the form; apart from the rest, as the browser loads them. */
export function formWords(language: Language): FormWords {
  return language === "zh" ? zh : en;
}
