/**
 * Says what is wrong with a device id while it is typed.
 *
 * @module
 */

import { parseDeviceId } from "../client/device_id.ts";
import { KugouInputError } from "../client/input_error.ts";
import type { FormWords, Language } from "../i18n/web.ts";
import { describeProblem } from "./problem.ts";

/**
 * Says what is wrong with a device id.
 *
 * @param value What the field holds; white space around it does not count.
 * @param words The words of the form.
 * @param language The language of those.
 * @returns One sentence, or `null` if nothing is wrong.
 */
export function deviceIdProblem(
  value: string,
  words: FormWords,
  language: Language,
): string | null {
  try {
    parseDeviceId(value.trim());
    return null;
  } catch (error) {
    if (!(error instanceof KugouInputError)) throw error;
    return describeProblem(error, words, language);
  }
}
