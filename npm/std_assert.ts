/**
 * Stands in for `@std/assert`, on `node:assert/strict` for the difference that
 * a failure shows. What counts as equal is std's: node tells 0 from -0 and
 * looks at no accessor, so both would let our tests judge otherwise.
 *
 * @module
 */

export { AssertionError, fail } from "./std_assert/assertion_error.ts";
export {
  assertEquals,
  assertNotEquals,
  assertStrictEquals,
} from "./std_assert/equals.ts";
export { assertArrayIncludes, assertObjectMatch } from "./std_assert/parts.ts";
export {
  assertMatch,
  assertNotMatch,
  assertStringIncludes,
} from "./std_assert/strings.ts";
export { assertRejects, assertThrows } from "./std_assert/throws.ts";
export {
  assertGreater,
  assertGreaterOrEqual,
  assertLess,
  assertLessOrEqual,
} from "./std_assert/order.ts";
export {
  assert,
  assertExists,
  assertFalse,
  assertInstanceOf,
  type Falsy,
} from "./std_assert/values.ts";
