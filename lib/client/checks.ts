/** Checks that several fields share. */

import type { LocalizedText } from "./error_codes.ts";
import { KugouInputError } from "./errors.ts";

/** Says what is wrong with a value that must be one word, or `null`. */
export function reasonAgainstWord(value: unknown): LocalizedText | null {
  if (typeof value !== "string") return NOT_TEXT;
  if (value === "") return EMPTY;
  if (/\p{Cc}/u.test(value)) return CONTROL_CHARACTER;
  if (/\s/u.test(value)) return WHITE_SPACE;
  const [invisible] = /[\p{Cf}\p{Cs}]/u.exec(value) ?? [];
  return invisible === undefined ? null : reasonAgainstInvisible(invisible);
}

const NOT_TEXT = { en: "it is not a string", zh: "不是字符串" };
const EMPTY = { en: "it is empty", zh: "为空" };
const WHITE_SPACE = { en: "it contains white space", zh: "含有空白字符" };
const CONTROL_CHARACTER = {
  en: "it contains a control character, such as a line break",
  zh: "含有控制字符（如换行符）",
};

function reasonAgainstInvisible(character: string): LocalizedText {
  const hex = character.codePointAt(0)!.toString(16).toUpperCase();
  const name = `U+${hex.padStart(4, "0")}`;
  return {
    en: `it contains an invisible character (${name})`,
    zh: `含有不可见字符（${name}）`,
  };
}

/** The longest time that timers can take, about 24.8 days. */
const MAX_MS = 2 ** 31 - 1;

/** Checks a time in milliseconds. */
export function checkMs(field: string, value: unknown, min: number): number {
  if (typeof value === "number" && value >= min && value <= MAX_MS) {
    return value;
  }
  throw outOfRange(field, value, {
    en: `${min} to ${MAX_MS} milliseconds`,
    zh: `${min} 到 ${MAX_MS} 毫秒`,
  }, "10000");
}

/** Checks a whole number from `min` to `max`. */
export function checkNumber(
  field: string,
  value: unknown,
  min: number,
  max: number,
): number {
  const isFine = typeof value === "number" && Number.isInteger(value) &&
    value >= min && value <= max;
  if (isFine) return value;
  throw outOfRange(field, value, {
    en: `a whole number from ${min} to ${max}`,
    zh: `${min} 到 ${max} 的整数`,
  }, String(max));
}

function outOfRange(
  field: string,
  value: unknown,
  expected: LocalizedText,
  example: string,
): KugouInputError {
  const reason = typeof value === "number"
    ? { en: `it is ${value}`, zh: `当前值为 ${value}` }
    : { en: "it is not a number", zh: "不是数字" };
  return new KugouInputError(field, { reason, expected, example });
}

/** Checks a function that an option brings. */
export function checkFunction<T>(field: string, value: T): T {
  if (typeof value === "function") return value;
  throw new KugouInputError(field, {
    reason: { en: "it is not a function", zh: "不是函数" },
    expected: { en: "a function", zh: "函数" },
    example: null,
  });
}
