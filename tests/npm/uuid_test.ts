import { assert, assertEquals, assertFalse, assertThrows } from "@std/assert";
import { validate } from "@std/uuid/common";
import { generate, validate as validateV7 } from "@std/uuid/v7";
import fc from "fast-check";
// deno-lint-ignore no-import-prefix -- the judge of UUIDs here
import * as uuid from "npm:uuid@^14.0.0";

const NIL = "00000000-0000-0000-0000-000000000000";

Deno.test("generate() makes UUIDs that npm's uuid calls version 7", () => {
  for (let i = 0; i < 100; i++) {
    const id = generate();
    assert(validateV7(id));
    assert(validate(id));
    assert(uuid.validate(id));
    assertEquals(uuid.version(id), 7);
    assertEquals(id, id.toLowerCase());
  }
});

Deno.test("generate() puts the time into the first 48 bits", () => {
  const times = fc.integer({ min: 0, max: 2 ** 48 - 1 });
  fc.assert(fc.property(times, (time) => {
    const id = generate(time);
    assertEquals(parseInt(id.replace("-", "").slice(0, 12), 16), time);
    assertEquals(uuid.version(id), 7);
  }));
});

Deno.test("generate() takes the time of now unless told another", () => {
  const before = Date.now();
  const time = parseInt(generate().replace("-", "").slice(0, 12), 16);
  assert(before <= time && time <= Date.now());
});

Deno.test("generate() makes no UUID twice", () => {
  const ids = new Set(Array.from({ length: 1000 }, () => generate(1)));
  assertEquals(ids.size, 1000);
});

Deno.test("generate() refuses a time that is no time", () => {
  for (const time of [-1, 0.5, NaN, Infinity]) {
    assertThrows(
      () => generate(time),
      RangeError,
      `Cannot generate UUID as timestamp must be a non-negative integer: timestamp ${time}`,
    );
  }
});

Deno.test("validate() agrees with npm's uuid up to version 7", () => {
  const digits = fc.constantFrom(..."0123456789abcdefABCDEF-gx ".split(""));
  const near = fc.tuple(fc.uuid(), fc.nat(35), digits).map(([id, at, digit]) =>
    id.slice(0, at) + digit + id.slice(at + 1)
  );
  const ids = fc.oneof(fc.uuid(), near, fc.string(), fc.constant(NIL));
  fc.assert(fc.property(ids, (id) => {
    const version = uuid.validate(id) ? uuid.version(id) : undefined;
    const isKnown = version !== undefined && version <= 7;
    assertEquals(validate(id), isKnown);
    assertEquals(validateV7(id), version === 7);
  }));
});

Deno.test("validate() takes no UUID with anything around it", () => {
  const id = generate();
  for (const it of [` ${id}`, `${id}\n`, `{${id}}`, id.replaceAll("-", "")]) {
    assertFalse(validate(it));
    assertFalse(validateV7(it));
  }
});
