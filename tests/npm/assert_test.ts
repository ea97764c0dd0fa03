import {
  assert,
  assertArrayIncludes,
  assertEquals,
  assertExists,
  assertFalse,
  assertGreater,
  assertGreaterOrEqual,
  assertInstanceOf,
  AssertionError,
  assertLess,
  assertLessOrEqual,
  assertMatch,
  assertNotEquals,
  assertNotMatch,
  assertObjectMatch,
  assertRejects,
  assertStrictEquals,
  assertStringIncludes,
  assertThrows,
  fail,
} from "@std/assert";
// What is tested does not judge itself.
import { match, ok, strictEqual } from "node:assert/strict";

/** The message of an assertion that must not hold. */
function refusal(assertion: () => void): string {
  try {
    assertion();
  } catch (error) {
    ok(error instanceof AssertionError);
    strictEqual(error.name, "AssertionError");
    return error.message;
  }
  throw new Error("the assertion holds");
}

async function rejection(promise: Promise<unknown>): Promise<string> {
  const [result] = await Promise.allSettled([promise]);
  return refusal(() => {
    if (result.status === "rejected") throw result.reason;
  });
}

class Point {
  #x: number;
  constructor(x: number) {
    this.#x = x;
  }
  get x(): number {
    return this.#x;
  }
}

const circular = () => {
  const it: Record<string, unknown> = { a: 1 };
  it.self = it;
  return it;
};

const EQUAL: [a: unknown, b: unknown][] = [
  [0, -0],
  [NaN, NaN],
  ["a", "a"],
  [null, null],
  [[1, [2, { a: 3 }]], [1, [2, { a: 3 }]]],
  [{ a: 1, b: 2 }, { b: 2, a: 1 }],
  [Object.assign(Object.create(null), { a: 1 }), { a: 1 }],
  [new Date(7), new Date(7)],
  [new Date(NaN), new Date(NaN)],
  [/a/g, /a/g],
  [new URL("https://a.example/b"), new URL("https://a.example/b")],
  [new Map([["a", { b: 1 }]]), new Map([["a", { b: 1 }]])],
  [new Map([[{ k: 1 }, 1]]), new Map([[{ k: 1 }, 1]])],
  [new Set([1, 2]), new Set([2, 1])],
  [new Set([{ a: 1 }, { a: 2 }]), new Set([{ a: 2 }, { a: 1 }])],
  [new Uint8Array([1, 2]), new Uint8Array([1, 2])],
  [new Uint8Array([1, 2]).buffer, new Uint8Array([1, 2]).buffer],
  [{ [Symbol.for("a")]: 1 }, { [Symbol.for("a")]: 1 }],
  [new Point(1), new Point(1)],
  [circular(), circular()],
];

const UNEQUAL: [a: unknown, b: unknown][] = [
  [1, "1"],
  [1, 1n],
  [null, undefined],
  [null, {}],
  [{}, []],
  [[1], [1, 2]],
  [{ a: undefined }, {}],
  [{ a: undefined }, { b: undefined }],
  [{ a: { b: 1 } }, { a: { b: 2 } }],
  [new Date(7), new Date(8)],
  [new Date(7), 7],
  [/a/g, /a/i],
  [new URL("https://a.example/b"), new URL("https://a.example/c")],
  [new Map([["a", { b: 1 }]]), new Map([["a", { b: 2 }]])],
  [new Set([1, 2]), new Set([1, 3])],
  [new Set([1]), new Set([1, 2])],
  [new Uint8Array([1, 2]), new Uint8Array([1, 3])],
  [new Uint8Array([1]), new Int8Array([1])],
  [new Uint8Array([1]).buffer, new Uint8Array([2]).buffer],
  [{ [Symbol.for("a")]: 1 }, { [Symbol.for("a")]: 2 }],
  [new Point(1), new Point(2)],
  [new Point(1), { x: 1 }],
  [() => 1, () => 1],
  [new Error("a"), new Error("b")],
  [new Error("a"), new TypeError("a")],
  [circular(), { a: 1, self: { a: 1, self: 2 } }],
];

Deno.test("assertEquals() holds for values that are equal, deeply", () => {
  for (const [a, b] of EQUAL) {
    assertEquals(a, b);
    match(
      refusal(() => assertNotEquals(a, b)),
      /^Expected actual: .* not to /s,
    );
  }
});

Deno.test("assertEquals() refuses values that are not equal", () => {
  for (const [a, b] of UNEQUAL) {
    assertNotEquals(a, b);
    match(refusal(() => assertEquals(a, b)), /^Values are not equal\./);
    match(refusal(() => assertEquals(b, a)), /^Values are not equal\./);
  }
});

Deno.test("assertEquals() shows what differs after the caller's words", () => {
  const message = refusal(() => assertEquals({ a: 1 }, { a: 22 }, "why"));
  match(message, /^Values are not equal: why\n/);
  match(message, /a: .*1.*a: .*22/s);
});

Deno.test("assertEquals() shows both values where node sees no difference", () => {
  const [a, b] = [new Point(1), new Point(2)];
  match(refusal(() => assertEquals(a, b)), /Point \{\}/);
});

Deno.test("assertEquals() cannot look into weak collections", () => {
  const pairs: object[][] = [
    [new WeakMap(), new WeakMap()],
    [new WeakSet(), new WeakSet()],
  ];
  for (const [a, b] of pairs) {
    const message = /^Cannot compare Weak\w+ instances$/;
    match(assertThrows(() => assertEquals(a, b), TypeError).message, message);
  }
});

Deno.test("assertStrictEquals() holds for the same value only", () => {
  const it: unknown = "text";
  assertStrictEquals(it, "text" as string);
  strictEqual(it.length, 4);
  assertStrictEquals(NaN, NaN);
  match(refusal(() => assertStrictEquals(0, -0)), /^Values are not strictly /);
  match(refusal(() => assertStrictEquals(1, 2, "why")), /equal: why\n/);
  match(
    refusal(() => assertStrictEquals({ a: 1 }, { a: 1 })),
    /^Values have the same structure but are not reference-equal\./,
  );
});

Deno.test("assert() narrows to truthy, assertFalse() to falsy", () => {
  const it = "text" as string | undefined;
  assert(it);
  strictEqual(it.length, 4);
  strictEqual(refusal(() => assert(0)), "");
  strictEqual(refusal(() => assert(null, "why")), "why");
  assertFalse(0);
  strictEqual(refusal(() => assertFalse("a")), "");
  strictEqual(refusal(() => assertFalse(1, "why")), "why");
});

Deno.test("assertExists() refuses null and undefined only", () => {
  const it = "" as string | null;
  assertExists(it);
  strictEqual(it.length, 0);
  strictEqual(
    refusal(() => assertExists(null)),
    'Expected actual: "null" to not be null or undefined.',
  );
  match(refusal(() => assertExists(undefined, "why")), /undefined: why$/);
});

Deno.test("assertInstanceOf() narrows to the class", () => {
  const it: unknown = new RangeError("far");
  assertInstanceOf(it, Error);
  strictEqual(it.message, "far");
  const was = (value: unknown) =>
    refusal(() => assertInstanceOf(value, RangeError));
  const start = 'Expected object to be an instance of "RangeError" but was ';
  strictEqual(was(new TypeError()), `${start}"TypeError".`);
  strictEqual(was(null), `${start}"null".`);
  strictEqual(was(undefined), `${start}"undefined".`);
  strictEqual(was("a"), `${start}"string".`);
  strictEqual(was(Object.create(null)), `${start}"Object".`);
  match(refusal(() => assertInstanceOf(1, Date, "why")), /"number": why$/);
});

Deno.test("assertStringIncludes() and assertMatch() look into a string", () => {
  assertStringIncludes("hello", "ell");
  assertMatch("hello", /^h/);
  assertNotMatch("hello", /x/);
  strictEqual(
    refusal(() => assertStringIncludes("hello", "x")),
    'Expected actual: "hello" to contain: "x".',
  );
  strictEqual(
    refusal(() => assertMatch("hello", /x/, "why")),
    'Expected actual: "hello" to match: "/x/": why',
  );
  strictEqual(
    refusal(() => assertNotMatch("hello", /h/)),
    'Expected actual: "hello" to not match: "/h/".',
  );
});

Deno.test("assertGreater() and the like compare two values", () => {
  assertGreater(2, 1);
  assertGreaterOrEqual(2, 2);
  assertLess(new Date(1), new Date(2));
  assertLessOrEqual("a", "a");
  strictEqual(refusal(() => assertGreater(1, 1)), "Expect 1 > 1");
  strictEqual(refusal(() => assertGreaterOrEqual(1, 2)), "Expect 1 >= 2");
  strictEqual(refusal(() => assertLess(1, 1)), "Expect 1 < 1");
  strictEqual(refusal(() => assertLessOrEqual(2, 1)), "Expect 2 <= 1");
  strictEqual(refusal(() => assertLess(2, 1, "why")), "why");
});

Deno.test("assertArrayIncludes() seeks each item, deeply", () => {
  assertArrayIncludes([1, 2, 3], [3, 1]);
  assertArrayIncludes([{ a: 1 }, { b: 2 }], [{ b: 2 }]);
  assertArrayIncludes(new Uint8Array([1, 2]), new Uint8Array([2]));
  match(
    refusal(() => assertArrayIncludes([1, 2], [2, 3], "why")),
    /to include: .*: why\nmissing: \[\s*3,\s*\]$/s,
  );
});

Deno.test("assertObjectMatch() holds for an object that has more", () => {
  const actual = {
    a: 1,
    b: { c: 2, d: 3 },
    list: [{ e: 4, f: 5 }, 6],
    at: new Date(7),
    like: /x/,
    map: new Map([["k", { g: 8, h: 9 }], ["l", { g: 0, h: 0 }]]),
    set: new Set([1, 2]),
  };
  assertObjectMatch(actual, {});
  assertObjectMatch(actual, { a: 1 });
  assertObjectMatch(actual, { b: { d: 3 } });
  assertObjectMatch(actual, { list: [{ f: 5 }] });
  assertObjectMatch(actual, { at: new Date(7), like: /x/ });
  assertObjectMatch(actual, { map: new Map([["k", { h: 9 }]]) });
  assertObjectMatch(actual, { set: new Set([2]) });
  assertObjectMatch(new TypeError("far"), { message: "far" });
  const unlike: Record<string, unknown>[] = [
    { a: 2 },
    { z: 1 },
    { z: undefined },
    { b: { d: 4 } },
    { b: 1 },
    { list: [{ f: 5 }, 6, 7] },
    { list: [{ f: 6 }] },
    { at: new Date(8) },
    { like: /y/ },
    { map: new Map([["m", 1]]) },
    { set: new Set([3]) },
  ];
  for (const expected of unlike) {
    const message = refusal(() => assertObjectMatch(actual, expected, "why"));
    match(message, /^Values are not equal: why\n/);
  }
});

Deno.test("assertThrows() gives back the error", () => {
  const error = assertThrows(
    () => {
      throw new RangeError("too far");
    },
    RangeError,
    "far",
  );
  strictEqual(error.message, "too far");
  const one: unknown = 1;
  strictEqual(
    assertThrows(() => {
      throw one;
    }),
    one,
  );
});

Deno.test("assertThrows() says what was thrown instead", () => {
  const far = () => {
    throw new RangeError("far");
  };
  const one: unknown = 1;
  const throwOne = () => {
    throw one;
  };
  strictEqual(
    refusal(() => assertThrows(() => {})),
    "Expected function to throw.",
  );
  strictEqual(
    refusal(() => assertThrows(() => {}, "why")),
    "Expected function to throw: why",
  );
  strictEqual(
    refusal(() => assertThrows(throwOne, Error, "", "why")),
    "A non-Error object was thrown: why",
  );
  strictEqual(
    refusal(() => assertThrows(far, TypeError)),
    'Expected error to be instance of "TypeError", but was "RangeError".',
  );
  strictEqual(
    refusal(() => assertThrows(far, Error, "near")),
    'Expected error message to include "near", but got "far".',
  );
});

Deno.test("assertRejects() gives back the error", async () => {
  const far = () => Promise.reject(new RangeError("too far"));
  const error = await assertRejects(far, RangeError, "far");
  strictEqual(error.message, "too far");
  strictEqual(await assertRejects(() => Promise.reject(1)), 1);
});

Deno.test("assertRejects() says what happened instead", async () => {
  const early = () => {
    throw new Error("early");
  };
  strictEqual(
    await rejection(assertRejects(() => Promise.resolve(), "why")),
    "Expected function to reject: why",
  );
  strictEqual(
    await rejection(assertRejects(early)),
    "Function throws when expected to reject.",
  );
  strictEqual(
    await rejection(assertRejects(() => undefined as never)),
    "Function throws when expected to reject.",
  );
  strictEqual(
    await rejection(assertRejects(() => Promise.reject(1), Error)),
    "A non-Error object was rejected.",
  );
});

Deno.test("fail() always fails", () => {
  strictEqual(refusal(() => fail()), "Failed assertion.");
  strictEqual(refusal(() => fail("why")), "Failed assertion: why");
});

Deno.test("AssertionError carries a cause", () => {
  strictEqual(new AssertionError("a", { cause: "b" }).cause, "b");
});
