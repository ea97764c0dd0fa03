import { assertEquals } from "@std/assert";
import {
  devices,
  linesOf,
  linesOfFile,
  numbersOf,
  numbersTo,
  run,
} from "./cli.ts";
import { respond } from "./responder.ts";

const LINES = 600;

Deno.test("shards side by side and joined have every line once", async () => {
  const dir = await Deno.makeTempDir();
  try {
    await using server = respond(2);
    const input = `${dir}/in.ndjson`;
    await Deno.writeTextFile(input, devices(LINES));
    const options = (index: number) => ({
      env: {
        KUGOU_ACCESS_TOKEN: "a-token",
        JOB_COMPLETION_INDEX: String(index),
      },
      allow: [`--allow-read=${dir}`, `--allow-write=${dir}`],
    });
    const shards = [0, 1, 2, 3];
    const ran = await Promise.all(shards.map((index) => {
      // As a Job does it, and as a person does.
      const which = index < 2 ? ["--shards", "4"] : ["--shard", `${index}/4`];
      const out = ["--out", `${dir}/${index}.ndjson`, "--resume"];
      const args = [input, ...which, ...out, "--endpoint", server.endpoint];
      return run(args, options(index));
    }));
    assertEquals(ran.map(({ code }) => code), [0, 0, 0, 0]);
    const parts = await Promise.all(
      shards.map((index) => linesOfFile(`${dir}/${index}.ndjson`)),
    );
    assertEquals(parts.map(({ length }) => length), Array(4).fill(LINES / 4));
    assertEquals(numbersOf(parts.flat()), numbersTo(LINES));
    assertEquals(server.asked.size, LINES);
    assertEquals(new Set(server.asked.values()), new Set([1]));
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
});

Deno.test("--ordered answers in the order of the lines, and bad lines too", async () => {
  await using server = respond(1);
  const stdin = devices(100).replaceAll(/.*dev\d*7"}$/gm, "wrong");
  const { out } = await run(
    ["--ordered", "--concurrency", "13", "--endpoint", server.endpoint],
    { stdin, env: { KUGOU_ACCESS_TOKEN: "a-token" } },
  );
  assertEquals(linesOf(out).map(({ line }) => line), numbersTo(100));
});

Deno.test("--concurrency and --rate hold lookups back", async () => {
  await using server = respond(20);
  const args = ["--endpoint", server.endpoint, "--concurrency", "4"];
  const options = {
    stdin: devices(40),
    env: { KUGOU_ACCESS_TOKEN: "a-token" },
  };
  await run(args, options);
  assertEquals(server.atOnce, 4);
  const began = performance.now();
  await run([...args, "--rate", "50"], options);
  assertEquals(performance.now() - began > 39 * 20 - 30, true);
});
