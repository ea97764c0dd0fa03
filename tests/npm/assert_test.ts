import {
  assert,
  assertEquals,
  assertFalse,
  assertGreater,
  assertGreaterOrEqual,
  assertInstanceOf,
  assertLess,
  assertLessOrEqual,
  assertMatch,
  assertNotEquals,
  assertNotMatch,
  assertRejects,
  assertStrictEquals,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
// What is tested does not judge itself.
import { ok, throws } from "node:assert/strict";

const far = () => {
  throw new RangeError("too far");
};

const HOLDS: Record<string, () => void> = {
  assert: () => assert("a"),
  assertFalse: () => assertFalse(0),
  assertEquals: () =>
    assertEquals({ a: [1, new Map()] }, { a: [1, new Map()] }),
  assertNotEquals: () => assertNotEquals<object>({ a: 1 }, { a: 1, b: 2 }),
  assertStrictEquals: () => assertStrictEquals(NaN, NaN),
  assertInstanceOf: () => assertInstanceOf(new RangeError(), Error),
  assertStringIncludes: () => assertStringIncludes("abc", "b"),
  assertMatch: () => assertMatch("abc", /b/),
  assertNotMatch: () => assertNotMatch("abc", /d/),
  assertGreater: () => assertGreater(2, 1),
  assertGreaterOrEqual: () => assertGreaterOrEqual(2, 2),
  assertLess: () => assertLess(new Date(1), new Date(2)),
  assertLessOrEqual: () => assertLessOrEqual("a", "a"),
  assertThrows: () => assertThrows(far, RangeError, "far"),
};

const DOES_NOT: Record<string, (msg?: string) => void> = {
  assert: (msg) => assert("", msg),
  assertFalse: (msg) => assertFalse("a", msg),
  assertEquals: (msg) => assertEquals<object>({ a: undefined }, {}, msg),
  assertNotEquals: (msg) => assertNotEquals([1], [1], msg),
  assertStrictEquals: (msg) => assertStrictEquals({}, {}, msg),
  assertInstanceOf: (msg) => assertInstanceOf(new Error(), RangeError, msg),
  assertStringIncludes: (msg) => assertStringIncludes("abc", "d", msg),
  assertMatch: (msg) => assertMatch("abc", /d/, msg),
  assertNotMatch: (msg) => assertNotMatch("abc", /b/, msg),
  assertGreater: (msg) => assertGreater(1, 1, msg),
  assertGreaterOrEqual: (msg) => assertGreaterOrEqual(1, 2, msg),
  assertLess: (msg) => assertLess(1, 1, msg),
  assertLessOrEqual: (msg) => assertLessOrEqual(2, 1, msg),
  "assertThrows of another class": (msg) =>
    assertThrows(far, TypeError, "", msg),
  "assertThrows of other words": (msg) => assertThrows(far, Error, "near", msg),
};

for (const [name, assertion] of Object.entries(HOLDS)) {
  Deno.test(`${name}() holds`, assertion);
}

for (const [name, assertion] of Object.entries(DOES_NOT)) {
  Deno.test(`${name}() that does not hold throws, with the caller's words`, () => {
    throws(() => assertion());
    throws(() => assertion("why"), /why/);
  });
}

Deno.test("assertEquals() tells values apart, deeply", () => {
  const unequal: [unknown, unknown][] = [
    [1, "1"],
    [[1], ["1"]],
    [{ a: null }, { a: undefined }],
    [null, undefined],
    [[1], [1, 2]],
    [{ a: { b: 1 } }, { a: { b: 2 } }],
    [new Date(7), new Date(8)],
    [/a/g, /a/i],
    [new Map([["a", { b: 1 }]]), new Map([["a", { b: 2 }]])],
    [new Set([1]), new Set([1, 2])],
    [new Uint8Array([1]), new Uint8Array([2])],
    [new Error("a"), new Error("b")],
  ];
  for (const [a, b] of unequal) throws(() => assertEquals(a, b));
});

Deno.test("assertThrows() and assertRejects() give back the error", async () => {
  const rejects = () => Promise.reject(new RangeError("too far"));
  const errors = [
    assertThrows(far, RangeError),
    await assertRejects(rejects, RangeError, "far"),
    await assertRejects(rejects),
  ];
  for (const error of errors) ok(error instanceof RangeError);
});

Deno.test("assertThrows() and assertRejects() refuse what ends well", async () => {
  throws(() => assertThrows(() => 1), /throw/);
  const [result] = await Promise.allSettled([
    assertRejects(() => Promise.resolve()),
  ]);
  ok(result.status === "rejected");
});
