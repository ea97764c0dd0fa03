import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { end, startBench } from "./bench.ts";
import { devices, linesOfFile, numbersOf, numbersTo } from "./lines.ts";

async function assertGone(path: string) {
  const info = await Deno.stat(path).catch(() => null);
  assertEquals(info, null);
}

Deno.test("--retry-failed looks again at what failed, and at nothing else", async () => {
  await using bench = await startBench();
  const { input, out, server } = bench;
  const text = devices(6).replace("dev2", "bad2").replace("dev5", "bad5");
  await Deno.writeTextFile(input, `${text}wrong\n`);
  assertEquals((await bench.run([input, "--out", out])).code, 10);
  const { code, stderr } = await bench.run([input, "--retry-failed", out]);
  assertEquals(code, 10);
  assertStringIncludes(stderr, "3 lines: 0 ok");
  assertStringIncludes(stderr, "now has 7 lines: 4 ok, 3 failed");
  const lines = await linesOfFile(out);
  assertEquals(numbersOf(lines), numbersTo(7));
  const failed = lines.filter(({ ok }) => !ok);
  assertEquals(numbersOf(failed), [2, 5, 7]);
  assertEquals(server.asked.get("LAEG4YJE1A/dev1"), 1);
  assertEquals(server.asked.get("LAEG4YJE1A/bad2"), 2);
  await assertGone(`${out}.retry`);
  // What was retried can be continued, and some of it still fails.
  assertEquals((await bench.run([input, "--out", out, "--resume"])).code, 10);
  assertEquals(server.asked.get("LAEG4YJE1A/bad2"), 2);
});

Deno.test("--retry-failed that stops early keeps what it asked, and --resume asks the rest", async () => {
  await using bench = await startBench({
    input: devices(40).replaceAll("/dev", "/bad"),
  });
  const { input, out, server } = bench;
  await bench.run([input, "--out", out]);
  const stopped = [input, "--retry-failed", out, "--fail-fast"];
  const { code } = await bench.run([...stopped, "--concurrency", "1"]);
  assertEquals(code, 10);
  assertEquals(numbersOf(await linesOfFile(out)), [1]);
  assertEquals((await bench.run([input, "--out", out, "--resume"])).code, 10);
  assertEquals(numbersOf(await linesOfFile(out)), numbersTo(40));
  assertEquals(new Set(server.asked.values()), new Set([2]));
});

Deno.test("--retry-failed keeps the mode of the file, and a link to it", async () => {
  await using bench = await startBench({
    input: devices(3).replace("dev2", "bad2"),
  });
  const { input, out } = bench;
  await bench.run([input, "--out", out]);
  await Deno.chmod(out, 0o640);
  const link = out.replace("out", "link");
  await Deno.symlink(out, link);
  await Deno.writeTextFile(input, devices(3));
  const { code, stderr } = await bench.run([input, "--retry-failed", link], {
    allow: [
      `--allow-read=${input},${link},${out},${out}.retry`,
      `--allow-write=${out},${out}.retry`,
    ],
  });
  assertEquals(code, 0, stderr);
  assertEquals((await Deno.lstat(link)).isSymlink, true);
  assertEquals((await Deno.stat(out)).mode! & 0o777, 0o640);
  assertEquals(numbersOf(await linesOfFile(out)), numbersTo(3));
});

Deno.test("--retry-failed that cannot begin leaves the output alone", async () => {
  await using bench = await startBench({ input: devices(2) });
  const { input, out } = bench;
  await Deno.writeTextFile(out, "");
  const { code, stderr } = await bench.run([input, "--retry-failed", out]);
  assertEquals(code, 2);
  assertStringIncludes(stderr, "empty");
  await Deno.remove(out);
  assertEquals((await bench.run([input, "--retry-failed", out])).code, 2);
  await assertGone(out);
});

Deno.test("--retry-failed that is killed keeps what it asked, and --resume asks the rest", async () => {
  await using bench = await startBench({
    latencyMs: 20,
    input: devices(300).replaceAll("/dev", "/bad"),
  });
  const { input, out, server } = bench;
  const more = ["--quiet", "--concurrency", "4"];
  await bench.run([input, "--out", out, ...more]);
  const child = bench.start([input, "--retry-failed", out, ...more]);
  await server.untilRequests(400, child);
  await end(child, "SIGKILL");
  const kept = (await Deno.readTextFile(out)).split("\n").length - 2;
  assert(kept > 0 && kept < 300, `${kept} lines were kept`);
  const { code } = await bench.run([input, "--out", out, "--resume", ...more]);
  assertEquals(code, 10);
  assertEquals(numbersOf(await linesOfFile(out)), numbersTo(300));
  // Only what was under way when it was killed, and not yet written, is asked again.
  const thrice = [...server.asked.values()].filter((it) => it > 2).length;
  assert(thrice < 100, `${thrice} were asked again`);
});
