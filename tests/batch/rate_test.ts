import { assertEquals, assertThrows } from "@std/assert";
import { KugouInputError } from "../../mod.ts";
import { Rate } from "../../lib/batch/rate.ts";
import { isOfShard, parseShard } from "../../lib/batch/shard.ts";

Deno.test("every line is of exactly one shard", () => {
  for (let of = 1; of <= 7; of++) {
    for (let line = 1; line <= 50; line++) {
      const shards = Array.from({ length: of }, (_, index) => ({ index, of }));
      const owners = shards.filter((shard) => isOfShard(line, shard));
      assertEquals(owners.length, 1);
    }
  }
});

Deno.test("a shard that cannot be is refused", () => {
  assertEquals(parseShard("3/4", "--shard"), { index: 3, of: 4 });
  for (
    const text of ["", "4/4", "-1/4", "1", "1/0", "a/b", "1.5/4", "0/1000000"]
  ) {
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
