import { assertEquals } from "@std/assert";
import { levenshteinDistance } from "@std/text/levenshtein-distance";
import fc from "fast-check";
// deno-lint-ignore no-import-prefix -- the judge of distances here
import { distance } from "npm:fastest-levenshtein@^1.0.16";

Deno.test("levenshteinDistance() counts the edits between two words", () => {
  assertEquals(levenshteinDistance("", ""), 0);
  assertEquals(levenshteinDistance("", "abc"), 3);
  assertEquals(levenshteinDistance("abc", ""), 3);
  assertEquals(levenshteinDistance("user-info", "user-info"), 0);
  assertEquals(levenshteinDistance("user-ifno", "user-info"), 2);
  assertEquals(levenshteinDistance("kitten", "sitting"), 3);
});

Deno.test("levenshteinDistance() counts an emoji as one character", () => {
  assertEquals(levenshteinDistance("💩", "x"), 1);
});

Deno.test("levenshteinDistance() agrees with fastest-levenshtein", () => {
  const word = fc.string({ maxLength: 40 });
  fc.assert(fc.property(word, word, (a, b) => {
    assertEquals(levenshteinDistance(a, b), distance(a, b));
  }));
});
