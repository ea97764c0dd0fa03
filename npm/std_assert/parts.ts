import { AssertionError, suffix } from "./assertion_error.ts";
import { equal } from "./equal.ts";
import { assertEquals } from "./equals.ts";
import { format } from "./format.ts";

/** A list, such as an array or bytes, that is not a string. */
export type ArrayLikeArg<T> = ArrayLike<T> & object;

/**
 * Holds when the list contains every item of the other.
 *
 * @param actual The list.
 * @param expected The items it should contain.
 * @param msg What to add when it does not.
 */
export function assertArrayIncludes<T>(
  actual: ArrayLikeArg<T>,
  expected: ArrayLikeArg<T>,
  msg?: string,
): void {
  const items = Array.from(actual);
  const missing = Array.from(expected).filter((it) =>
    !items.some((item) => equal(item, it))
  );
  if (missing.length === 0) return;
  throw new AssertionError(
    `Expected actual: "${format(actual)}" to include: "${format(expected)}"${
      suffix(msg)
    }\nmissing: ${format(missing)}`,
  );
}

/**
 * Holds when the object has all that the other has, deeply. A list may have
 * more items at its end.
 *
 * @param actual The object.
 * @param expected What it should have.
 * @param msg What to add when it has not.
 */
export function assertObjectMatch(
  // deno-lint-ignore no-explicit-any
  actual: Record<PropertyKey, any>,
  expected: Record<PropertyKey, unknown>,
  msg?: string,
): void {
  assertEquals(
    pickProperties(actual, expected),
    pickProperties(expected, expected),
    msg,
  );
}

/** The part of a value that the pattern speaks of, as plain objects. */
function pick(value: unknown, pattern: unknown): unknown {
  if (!isObject(value) || !isObject(pattern)) return value;
  if (value instanceof Date || value instanceof RegExp) return value;
  if (Array.isArray(value) && Array.isArray(pattern)) {
    return value.slice(0, pattern.length).map((it, i) => pick(it, pattern[i]));
  }
  if (value instanceof Map && pattern instanceof Map) {
    return new Map(
      [...value].filter(([key]) => pattern.has(key))
        .map(([key, it]) => [key, pick(it, pattern.get(key))]),
    );
  }
  if (value instanceof Set && pattern instanceof Set) {
    return value.intersection(pattern);
  }
  return pickProperties(value, pattern);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function pickProperties(value: object, pattern: object) {
  return Object.fromEntries(
    Reflect.ownKeys(pattern)
      .filter((key) => Object.hasOwn(value, key))
      .map((key) => [
        key,
        pick(Reflect.get(value, key), Reflect.get(pattern, key)),
      ]),
  );
}
