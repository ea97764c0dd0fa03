import { AssertionError, suffix } from "./assertion_error.ts";

/**
 * Holds when the string contains the other.
 *
 * @param actual The string.
 * @param expected What it should contain.
 * @param msg What to add when it does not.
 */
export function assertStringIncludes(
  actual: string,
  expected: string,
  msg?: string,
): void {
  if (actual.includes(expected)) return;
  throw new AssertionError(
    `Expected actual: "${actual}" to contain: "${expected}"${suffix(msg)}`,
  );
}

/**
 * Holds when the string matches.
 *
 * @param actual The string.
 * @param expected What it should match.
 * @param msg What to add when it does not.
 */
export function assertMatch(
  actual: string,
  expected: RegExp,
  msg?: string,
): void {
  if (expected.test(actual)) return;
  throw new AssertionError(
    `Expected actual: "${actual}" to match: "${expected}"${suffix(msg)}`,
  );
}

/**
 * Holds when the string does not match.
 *
 * @param actual The string.
 * @param expected What it should not match.
 * @param msg What to add when it does.
 */
export function assertNotMatch(
  actual: string,
  expected: RegExp,
  msg?: string,
): void {
  if (!expected.test(actual)) return;
  throw new AssertionError(
    `Expected actual: "${actual}" to not match: "${expected}"${suffix(msg)}`,
  );
}
