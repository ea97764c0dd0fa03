import { assertEquals, assertThrows } from "@std/assert";
import { median, ratios, spread } from "../../bench/stats.ts";

Deno.test("the median is the middle one, or lies between the middle two", () => {
  assertEquals(median([9, 1, 10]), 9);
  assertEquals(median([4, 1, 3, 2]), 2.5);
  assertEquals(median([7]), 7);
});

Deno.test("there is no median of nothing", () => {
  assertThrows(() => median([]), RangeError, "there are no values");
});

Deno.test("a spread leaves the list as it is", () => {
  const values = [3, 1, 2];
  assertEquals(spread(values), { median: 2, min: 1, max: 3 });
  assertEquals(values, [3, 1, 2]);
});

Deno.test("ratios are taken round by round", () => {
  assertEquals(ratios([2, 30], [1, 10]), [2, 3]);
});
