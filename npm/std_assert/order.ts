import { AssertionError } from "./assertion_error.ts";
import { format } from "./format.ts";

function check<T>(
  holds: boolean,
  actual: T,
  sign: string,
  expected: T,
  msg?: string,
) {
  if (holds) return;
  throw new AssertionError(
    msg ?? `Expect ${format(actual)} ${sign} ${format(expected)}`,
  );
}

/**
 * Holds when `actual` is greater than `expected`.
 *
 * @param actual The one value.
 * @param expected The other value.
 * @param msg What to say when it is not.
 */
export function assertGreater<T>(actual: T, expected: T, msg?: string): void {
  check(actual > expected, actual, ">", expected, msg);
}

/**
 * Holds when `actual` is greater than `expected`, or equal.
 *
 * @param actual The one value.
 * @param expected The other value.
 * @param msg What to say when it is not.
 */
export function assertGreaterOrEqual<T>(
  actual: T,
  expected: T,
  msg?: string,
): void {
  check(actual >= expected, actual, ">=", expected, msg);
}

/**
 * Holds when `actual` is less than `expected`.
 *
 * @param actual The one value.
 * @param expected The other value.
 * @param msg What to say when it is not.
 */
export function assertLess<T>(actual: T, expected: T, msg?: string): void {
  check(actual < expected, actual, "<", expected, msg);
}

/**
 * Holds when `actual` is less than `expected`, or equal.
 *
 * @param actual The one value.
 * @param expected The other value.
 * @param msg What to say when it is not.
 */
export function assertLessOrEqual<T>(
  actual: T,
  expected: T,
  msg?: string,
): void {
  check(actual <= expected, actual, "<=", expected, msg);
}
