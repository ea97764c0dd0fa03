import { assert, assertEquals, assertThrows } from "@std/assert";
import { Rate } from "../../lib/batch/rate.ts";
import { parseShard } from "../../lib/batch/shard.ts";
import { KugouInputError } from "../../mod.ts";
import { startBench } from "./bench.ts";
import {
  devices,
  linesOf,
  linesOfFile,
  numbersOf,
  numbersTo,
} from "./lines.ts";

const LINES = 600;

Deno.test("shards side by side and joined have every line once", async () => {
  await using bench = await startBench({ latencyMs: 2, input: devices(LINES) });
  const { dir, input, server } = bench;
  const shards = [0, 1, 2, 3];
  const ran = await Promise.all(shards.map((index) => {
    // As a Job does it, and as a person does.
    const which = index < 2 ? ["--shards", "4"] : ["--shard", `${index}/4`];
    return bench.run(
      [input, ...which, "--out", `${dir}/${index}.ndjson`, "--resume"],
      { env: { JOB_COMPLETION_INDEX: String(index) } },
    );
  }));
  assertEquals(ran.map(({ code }) => code), [0, 0, 0, 0]);
  const parts = await Promise.all(
    shards.map((index) => linesOfFile(`${dir}/${index}.ndjson`)),
  );
  assertEquals(parts.map(({ length }) => length), Array(4).fill(LINES / 4));
  assertEquals(numbersOf(parts.flat()), numbersTo(LINES));
  assertEquals(server.asked.size, LINES);
  assertEquals(new Set(server.asked.values()), new Set([1]));
});

Deno.test("--ordered answers in the order of the lines, and bad lines too", async () => {
  await using bench = await startBench({ latencyMs: 1 });
  const stdin = devices(100).replaceAll(/.*dev\d*7"}$/gm, "wrong");
  const args = ["--ordered", "--concurrency", "13"];
  const { stdout } = await bench.run(args, { stdin });
  assertEquals(linesOf(stdout).map(({ line }) => line), numbersTo(100));
});

Deno.test("--concurrency and --rate hold lookups back", async () => {
  await using bench = await startBench({ latencyMs: 20 });
  const stdin = devices(40);
  await bench.run(["--concurrency", "4"], { stdin });
  assertEquals(bench.server.atOnce, 4);
  const began = performance.now();
  await bench.run(["--concurrency", "4", "--rate", "50"], { stdin });
  assert(performance.now() - began > 39 * 20 - 30);
});

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
