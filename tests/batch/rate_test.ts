import { assertEquals, assertThrows } from "@std/assert";
import { KugouInputError } from "../../mod.ts";
import { Rate } from "../../lib/batch/rate.ts";
import { parseShard } from "../../lib/batch/shard.ts";

Deno.test("a shard that cannot be is refused", () => {
  assertEquals(parseShard("3/4", "--shard"), { index: 3, of: 4 });
  const wrong = ["", "4/4", "-1/4", "1", "1/0", "a/b", "1.5/4", "0/1000000"];
  for (const text of wrong) {
    assertThrows(() => parseShard(text, "--shard"), KugouInputError);
  }
});

Deno.test("a rate begins evenly, and saves nothing up for a burst", () => {
  let now = 0;
  const rate = new Rate(100, () => now);
  assertEquals([rate.take(), rate.take(), rate.take()], [0, 10, 20]);
  now = 10_000;
  const waits = Array.from({ length: 6 }, () => rate.take());
  assertEquals(waits, [0, 0, 0, 10, 20, 30]);
});
