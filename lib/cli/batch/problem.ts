/**
 * What is wrong with a line before anybody looks at its fields.
 *
 * @module
 */

import { KugouInputError, type LocalizedText } from "../../../mod.ts";

/** A line that gives no request; none of its text is ever quoted. */
const EXPECTED: LocalizedText = {
  en: "one request on a line",
  zh: "每行一个请求",
};

/** A request in NDJSON, for people to copy. */
const EXAMPLE = '{"deviceId":"LAEG4YJE1A/dev01"}';

/**
 * Makes the error for a line that gives no request.
 *
 * @param en What is wrong, as the end of a sentence about the line.
 * @param zh The same in Chinese.
 * @param expected What would be right, if not just any request.
 * @param example A line that would be right, or `null` where none can be shown.
 * @returns The error.
 */
export function lineProblem(
  en: string,
  zh: string,
  expected: LocalizedText = EXPECTED,
  example: string | null = EXAMPLE,
): KugouInputError {
  return new KugouInputError("line", { reason: { en, zh }, expected, example });
}

/**
 * Says whether a field's or column's name may be shown: a token that stands
 * where a name should be has digits or is longer.
 *
 * @param name The name.
 * @returns Whether it looks like a name.
 */
export function isNameLike(name: string): boolean {
  return /^\p{L}[\p{L} _-]{0,23}$/u.test(name);
}
