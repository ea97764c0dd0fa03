/**
 * Numbers that options may hold.
 *
 * @module
 */

import { KugouInputError } from "./input_error.ts";

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
