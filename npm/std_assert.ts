/** Stands in for `@std/assert`, upon `node:assert/strict`. */

import * as node from "node:assert/strict";
import { inspect } from "node:util";

// deno-lint-ignore no-explicit-any -- a class, whatever it is made from
type Class<T> = abstract new (...args: any[]) => T;

/** Puts the caller's words before what node says. */
function say(msg: string | undefined, assertion: () => void) {
  try {
    assertion();
  } catch (error) {
    if (msg && error instanceof Error) {
      error.message = `${msg}: ${error.message}`;
    }
    throw error;
  }
}

function fail(msg: string): never {
  node.fail(msg);
}

export function assert(expr: unknown, msg?: string): asserts expr {
  node.ok(expr, msg);
}

export function assertFalse(expr: unknown, msg?: string): void {
  say(msg, () => node.ok(!expr, `${inspect(expr)} is not falsy`));
}

export function assertEquals<T>(actual: T, expected: T, msg?: string): void {
  say(msg, () => node.deepStrictEqual(actual, expected));
}

export function assertNotEquals<T>(actual: T, expected: T, msg?: string): void {
  say(msg, () => node.notDeepStrictEqual(actual, expected));
}

export function assertStrictEquals<T>(
  actual: unknown,
  expected: T,
  msg?: string,
): asserts actual is T {
  say(msg, () => node.strictEqual(actual, expected));
}

export function assertInstanceOf<T>(
  actual: unknown,
  expected: Class<T>,
  msg?: string,
): asserts actual is T {
  if (actual instanceof expected) return;
  say(msg, () => fail(`${inspect(actual)} is no ${expected.name}`));
}

export function assertStringIncludes(
  actual: string,
  expected: string,
  msg?: string,
): void {
  const problem = `${inspect(actual)} does not include ${inspect(expected)}`;
  say(msg, () => node.ok(actual.includes(expected), problem));
}

export function assertMatch(
  actual: string,
  expected: RegExp,
  msg?: string,
): void {
  say(msg, () => node.match(actual, expected));
}

export function assertNotMatch(
  actual: string,
  expected: RegExp,
  msg?: string,
): void {
  say(msg, () => node.doesNotMatch(actual, expected));
}

export function assertGreater<T>(actual: T, expected: T, msg?: string): void {
  node.ok(actual > expected, msg ?? `Expect ${actual} > ${expected}`);
}

export function assertGreaterOrEqual<T>(
  actual: T,
  expected: T,
  msg?: string,
): void {
  node.ok(actual >= expected, msg ?? `Expect ${actual} >= ${expected}`);
}

export function assertLess<T>(actual: T, expected: T, msg?: string): void {
  node.ok(actual < expected, msg ?? `Expect ${actual} < ${expected}`);
}

export function assertLessOrEqual<T>(
  actual: T,
  expected: T,
  msg?: string,
): void {
  node.ok(actual <= expected, msg ?? `Expect ${actual} <= ${expected}`);
}

/** What follows the function: words, or a class, part of a message, words. */
type Expected = [classOrMsg?: unknown, part?: string, msg?: string];

function checkError(error: unknown, [expected, part = "", msg]: Expected) {
  if (typeof expected !== "function") return;
  assertInstanceOf(error, expected as Class<Error>, msg);
  assertStringIncludes(error.message, part, msg);
}

export function assertThrows(fn: () => unknown, msg?: string): unknown;
export function assertThrows<E extends Error>(
  fn: () => unknown,
  ErrorClass: Class<E>,
  msgIncludes?: string,
  msg?: string,
): E;
export function assertThrows(fn: () => unknown, ...expected: Expected) {
  try {
    fn();
  } catch (error) {
    checkError(error, expected);
    return error;
  }
  fail("Expected function to throw");
}

export function assertRejects(
  fn: () => PromiseLike<unknown>,
  msg?: string,
): Promise<unknown>;
export function assertRejects<E extends Error>(
  fn: () => PromiseLike<unknown>,
  ErrorClass: Class<E>,
  msgIncludes?: string,
  msg?: string,
): Promise<E>;
export async function assertRejects(
  fn: () => PromiseLike<unknown>,
  ...expected: Expected
) {
  const promise = fn();
  try {
    await promise;
  } catch (error) {
    checkError(error, expected);
    return error;
  }
  fail("Expected function to reject");
}
