import { assertEquals, assertThrows } from "@std/assert";
import { parse } from "@std/csv/parse";
import fc from "fast-check";

const CASES: [input: string, expected: string[][]][] = [
  ["a,b", [["a", "b"]]],
  [`"a","b"`, [["a", "b"]]],
  [`"a ""b""","c,d"`, [[`a "b"`, "c,d"]]],
  [`"a\nb",c`, [["a\nb", "c"]]],
  [`,"",`, [["", "", ""]]],
  [` a ,"b"`, [[" a ", "b"]]],
  ["a\nb,c\n", [["a"], ["b", "c"]]],
];

Deno.test("parse() reads records of any length, quoted or not", () => {
  for (const [input, expected] of CASES) assertEquals(parse(input), expected);
});

Deno.test("parse() refuses a quote where none may stand", () => {
  for (const input of [`a"b`, `"a"b`, `"a`, `"a" ,b`]) {
    assertThrows(() => parse(input), SyntaxError);
  }
});

Deno.test("parse() reads back what was quoted", () => {
  const value = fc.string({ unit: "grapheme", minLength: 1 })
    .filter((it) => !/[\r\ufeff]/.test(it));
  fc.assert(fc.property(fc.array(value, { minLength: 1 }), (row) => {
    const text = row.map((it) => `"${it.replaceAll('"', '""')}"`).join(",");
    assertEquals(parse(text), [row]);
  }));
});
