/**
 * The error for what can never be right, and the checks that many fields share.
 *
 * @module
 */

import { KugouError } from "./error.ts";
import type { LocalizedText } from "./error_info.ts";

/** What was wrong with one field, and what would be right. */
export interface KugouInputProblem {
  /** What is wrong, as the end of a sentence about the field. */
  readonly reason: LocalizedText;
  /** What would be right. */
  readonly expected: LocalizedText;
  /** A value that would be right, or `null` where none can be shown. */
  readonly example: string | null;
}

/**
 * Something that was given to the client can never be right; nothing was sent.
 *
 * The message never quotes the value: it may be a token in the wrong place.
 *
 * @example Show a person which field is wrong
 * ```ts
 * import { KugouInputError, parseDeviceId } from "@kugou-iot/client";
 * import { assertEquals, assertThrows } from "@std/assert";
 *
 * const error = assertThrows(() => parseDeviceId("dev01"), KugouInputError);
 * assertEquals(error.field, "deviceId");
 * assertEquals(error.reason.en, "it has no slash");
 * assertEquals(error.example, "LAEG4YJE1A/dev01");
 * ```
 */
export class KugouInputError extends KugouError {
  static {
    this.prototype.name = "KugouInputError";
  }
  /** Always `"input"`. */
  readonly kind = "input";
  /** Always `false`: the same input stays wrong. */
  readonly retryable = false;
  /** The field that was wrong, such as `deviceId` or `retry.limit`. */
  readonly field: string;
  /** What is wrong, in English and Chinese. */
  readonly reason: LocalizedText;
  /** What would be right, in English and Chinese. */
  readonly expected: LocalizedText;
  /** A value that would be right, or `null` where none can be shown. */
  readonly example: string | null;

  /**
   * Makes the error.
   *
   * @param field The field that was wrong.
   * @param problem What was wrong with it, and what would be right.
   */
  constructor(field: string, problem: KugouInputProblem) {
    const { reason, expected, example } = problem;
    const suchAs = example === null ? "" : `, such as ${example}`;
    super(
      `Cannot use ${field}: ${reason.en}: expected ${expected.en}${suchAs}`,
    );
    this.field = field;
    this.reason = reason;
    this.expected = expected;
    this.example = example;
  }
}

/** What can be wrong with any text. */
const TEXT_REASONS: Readonly<
  Record<
    "notText" | "empty" | "whiteSpace" | "controlCharacter",
    LocalizedText
  >
> = {
  notText: { en: "it is not a string", zh: "不是字符串" },
  empty: { en: "it is empty", zh: "为空" },
  whiteSpace: { en: "it has white space", zh: "含有空白字符" },
  controlCharacter: {
    en: "it has a control character, such as a line break",
    zh: "含有控制字符（如换行符）",
  },
};

/**
 * Says what is wrong with a value that must be one word.
 *
 * @param value The value.
 * @returns The reason against it, or `null` if there is none.
 */
export function reasonAgainstWord(value: unknown): LocalizedText | null {
  if (typeof value !== "string") return TEXT_REASONS.notText;
  if (value === "") return TEXT_REASONS.empty;
  if (isVisibleAscii(value)) return null;
  if (!/[\s\p{Cc}]/u.test(value)) return null;
  return /\p{Cc}/u.test(value)
    ? TEXT_REASONS.controlCharacter
    : TEXT_REASONS.whiteSpace;
}

/** Nearly every word is; a pattern would take longer to say so. */
function isVisibleAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x21 || code > 0x7e) return false;
  }
  return true;
}

/** The longest time that timers can take, about 24.8 days. */
const MAX_MS = 2 ** 31 - 1;

/**
 * Checks a time in milliseconds.
 *
 * @param field The name of the option.
 * @param value The time.
 * @param min The shortest time that makes sense.
 * @returns The same time.
 * @throws {KugouInputError} If it is no number from `min` to about 24.8 days.
 */
export function checkMs(field: string, value: unknown, min: number): number {
  if (typeof value === "number" && value >= min && value <= MAX_MS) {
    return value;
  }
  throw outOfRange(field, value, min, MAX_MS, "milliseconds", "毫秒");
}

/**
 * Checks a whole number.
 *
 * @param field The name of the option.
 * @param value The number.
 * @param min The smallest that makes sense.
 * @param max The largest that makes sense.
 * @returns The same number.
 * @throws {KugouInputError} If it is no whole number from `min` to `max`.
 */
export function checkNumber(
  field: string,
  value: unknown,
  min: number,
  max: number,
): number {
  if (Number.isInteger(value)) {
    const number = value as number;
    if (number >= min && number <= max) return number;
  }
  throw outOfRange(field, value, min, max, "as a whole number", "的整数");
}

function outOfRange(
  field: string,
  value: unknown,
  min: number,
  max: number,
  unit: string,
  unitZh: string,
): KugouInputError {
  const isNumber = typeof value === "number";
  return new KugouInputError(field, {
    reason: {
      en: isNumber ? `it is ${value}` : "it is not a number",
      zh: isNumber ? `当前值为 ${value}` : "不是数字",
    },
    expected: {
      en: `${min} to ${max} ${unit}`,
      zh: `${min} 到 ${max} ${unitZh}`,
    },
    example: String(Math.max(min, Math.min(max, 10_000))),
  });
}
