/**
 * Says what is wrong with a field, on the server and in the browser.
 *
 * @module
 */

import type { KugouInputError } from "../client/input_error.ts";
import type { FormWords, Language } from "../i18n/web.ts";

/**
 * Says what is wrong with a field, and what would be right.
 *
 * @param error What is wrong.
 * @param words The words of the form.
 * @param language The language of those.
 * @returns One sentence.
 */
export function describeProblem(
  error: KugouInputError,
  words: FormWords,
  language: Language,
): string {
  const { reason, expected, example } = error;
  return words.problem
    .replace("{reason}", reason[language])
    .replace("{expected}", expected[language]) +
    (example === null ? "" : words.suchAs.replace("{example}", example));
}
