import { deepStrictEqual } from "node:assert/strict";
import { AssertionError, suffix } from "./assertion_error.ts";
import { equal } from "./equal.ts";
import { format } from "./format.ts";

/**
 * Holds when both values are equal, deeply.
 *
 * @param actual The value.
 * @param expected What it should equal.
 * @param msg What to add when it does not.
 */
export function assertEquals<T>(actual: T, expected: T, msg?: string): void {
  if (equal(actual, expected)) return;
  throw new AssertionError(
    `Values are not equal${suffix(msg)}\n${difference(actual, expected)}`,
  );
}

/**
 * Holds when the values are not equal, deeply.
 *
 * @param actual The value.
 * @param expected What it should not equal.
 * @param msg What to add when it does.
 */
export function assertNotEquals<T>(actual: T, expected: T, msg?: string): void {
  if (!equal(actual, expected)) return;
  throw new AssertionError(
    `Expected actual: ${format(actual)} not to be: ${format(expected)}${
      suffix(msg)
    }`,
  );
}

/**
 * Holds when both are the same value or the same object.
 *
 * @param actual The value.
 * @param expected What it should be.
 * @param msg What to add when it is not.
 */
export function assertStrictEquals<T>(
  actual: unknown,
  expected: T,
  msg?: string,
): asserts actual is T {
  if (Object.is(actual, expected)) return;
  const what = format(actual) === format(expected)
    ? "Values have the same structure but are not reference-equal"
    : "Values are not strictly equal";
  throw new AssertionError(
    `${what}${suffix(msg)}\n${difference(actual, expected)}`,
  );
}

/** Node's list of what differs, or both values when it sees no difference. */
function difference(actual: unknown, expected: unknown): string {
  try {
    deepStrictEqual(actual, expected);
  } catch (error) {
    if (error instanceof Error) return error.message;
  }
  return `actual: ${format(actual)}\nexpected: ${format(expected)}`;
}
