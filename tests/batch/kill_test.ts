import { assert, assertEquals } from "@std/assert";
import {
  devices,
  linesOfFile,
  numbersOf,
  numbersTo,
  run,
  start,
} from "./cli.ts";
import { respond } from "./responder.ts";

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

Deno.test("killed ten times at any moment, and gone on with, no line is lost or twice there", async () => {
  const seed = Math.floor(Math.random() * 2 ** 32);
  const random = randomFrom(seed);
  const dir = await Deno.makeTempDir();
  try {
    await using server = respond(10);
    const [input, out] = [`${dir}/in.ndjson`, `${dir}/out.ndjson`];
    await Deno.writeTextFile(input, devices(LINES));
    const args = [
      ...[input, "--out", out, "--resume", "--concurrency", "8", "--quiet"],
      ...["--endpoint", server.endpoint],
    ];
    const options = {
      env: { KUGOU_ACCESS_TOKEN: "a-token" },
      allow: [`--allow-read=${dir}`, `--allow-write=${dir}`],
    };
    let killed = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const child = start(args, options);
      let hasEnded = false;
      const status = child.status.finally(() => hasEnded = true);
      const { size } = await Deno.stat(out).catch(() => ({ size: 0 }));
      await untilSize(out, size, () => hasEnded);
      await new Promise((go) => setTimeout(go, random() * 60));
      if (!hasEnded) child.kill("SIGKILL");
      await Promise.all([
        child.stdin.close().catch(() => {}),
        child.stdout.cancel(),
        child.stderr.cancel(),
      ]);
      if ((await status).signal === "SIGKILL") killed++;
      // A kill between two writes tears nothing: this one does.
      if (random() < 0.5) await tear(out, random);
    }
    const { code, err } = await run(args, options);
    assertEquals([code, err], [0, ""]);
    assertEquals(numbersOf(await linesOfFile(out)), numbersTo(LINES));
    assert(killed > KILLS / 2, `only ${killed} were killed in time`);
  } catch (error) {
    throw new Error(`Failed with seed ${seed}`, { cause: error });
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
});

/** Cuts some bytes off the end. */
async function tear(path: string, random: () => number) {
  const { size } = await Deno.stat(path);
  await Deno.truncate(path, Math.max(0, size - Math.floor(random() * 900)));
}

Deno.test("--retry-failed that is killed keeps what it asked, and --resume asks the rest", async () => {
  const dir = await Deno.makeTempDir();
  try {
    await using server = respond(10);
    const [input, out] = [`${dir}/in.ndjson`, `${dir}/out.ndjson`];
    await Deno.writeTextFile(input, devices(300).replaceAll("/dev", "/bad"));
    const options = {
      env: { KUGOU_ACCESS_TOKEN: "a-token" },
      allow: [`--allow-read=${dir}`, `--allow-write=${dir}`],
    };
    const more = [
      "--quiet",
      "--concurrency",
      "4",
      "--endpoint",
      server.endpoint,
    ];
    await run([input, "--out", out, ...more], options);
    const child = start([input, "--retry-failed", out, ...more], options);
    let hasEnded = false;
    const status = child.status.finally(() => hasEnded = true);
    const asked = () =>
      [...server.asked.values()].filter((it) => it > 1).length;
    while (!hasEnded && asked() < 100) {
      await new Promise((go) => setTimeout(go, 5));
    }
    child.kill("SIGKILL");
    await Promise.all([
      child.stdin.close().catch(() => {}),
      child.stdout.cancel(),
      child.stderr.cancel(),
      status,
    ]);
    const kept = (await Deno.readTextFile(out)).split("\n").length - 2;
    assert(kept > 0 && kept < 300, `${kept} lines were kept`);
    const { code } = await run(
      [input, "--out", out, "--resume", ...more],
      options,
    );
    assertEquals(code, 10);
    assertEquals(numbersOf(await linesOfFile(out)), numbersTo(300));
    // Only what was under way when it was killed, and not yet written, is asked again.
    const thrice = [...server.asked.values()].filter((it) => it > 2).length;
    assert(thrice < 100, `${thrice} were asked again`);
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
});
