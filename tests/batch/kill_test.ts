import { assert, assertEquals } from "@std/assert";
import { end, startBench } from "./bench.ts";
import { devices, linesOfFile, numbersOf, numbersTo } from "./lines.ts";

const LINES = 1_500;
const KILLS = 10;

/** Random numbers that a seed brings back (mulberry32). */
function randomFrom(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Waits until an output has grown beyond a size, or the process has ended. */
async function untilSize(path: string, size: number, ended: () => boolean) {
  while (!ended()) {
    const info = await Deno.stat(path).catch(() => null);
    if (info !== null && info.size > size) return;
    await new Promise((go) => setTimeout(go, 5));
  }
}

/** Cuts some bytes off the end. */
async function tear(path: string, random: () => number) {
  const { size } = await Deno.stat(path);
  await Deno.truncate(path, Math.max(0, size - Math.floor(random() * 900)));
}

Deno.test("killed ten times at any moment, and gone on with, no line is lost or twice there", async () => {
  const seed = Math.floor(Math.random() * 2 ** 32);
  const random = randomFrom(seed);
  await using bench = await startBench({
    latencyMs: 10,
    input: devices(LINES),
  });
  const { input, out } = bench;
  const args = [
    ...[input, "--out", out, "--resume", "--concurrency", "8", "--quiet"],
  ];
  let killed = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const child = bench.start(args);
    let hasEnded = false;
    child.status.finally(() => hasEnded = true);
    const { size } = await Deno.stat(out).catch(() => ({ size: 0 }));
    await untilSize(out, size, () => hasEnded);
    await new Promise((go) => setTimeout(go, random() * 60));
    const { signal } = await end(child, hasEnded ? undefined : "SIGKILL");
    if (signal === "SIGKILL") killed++;
    // A kill between two writes tears nothing: this one does.
    if (random() < 0.5) await tear(out, random);
  }
  const { code, stderr } = await bench.run(args);
  assertEquals([code, stderr], [0, ""], `seed ${seed}`);
  const numbers = numbersOf(await linesOfFile(out));
  assertEquals(numbers, numbersTo(LINES), `seed ${seed}`);
  assert(killed > KILLS / 2, `only ${killed} were killed in time`);
});
