import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { end, run, startBench } from "./bench.ts";
import {
  devices,
  linesOf,
  linesOfFile,
  numbersOf,
  numbersTo,
} from "./lines.ts";

Deno.test("an output that is there is refused without --resume", async () => {
  await using bench = await startBench({ input: devices(3) });
  const { input, out } = bench;
  await Deno.writeTextFile(out, "mine\n");
  const { code, stderr } = await bench.run([input, "--out", out]);
  assertEquals(code, 2);
  assertStringIncludes(stderr, "--resume");
  assertEquals(await Deno.readTextFile(out), "mine\n");
});

Deno.test("--resume begins a file, goes on with it, and looks nothing up twice", async () => {
  await using bench = await startBench({ input: devices(5) });
  const { input, out, server } = bench;
  const args = [input, "--out", out, "--resume"];
  assertEquals((await bench.run(args)).code, 0);
  await Deno.writeTextFile(input, devices(9));
  const { code, stderr } = await bench.run(args);
  assertEquals(code, 0);
  assertStringIncludes(stderr, "5 ok, 0 failed so far");
  assertStringIncludes(stderr, "now has 9 lines: 9 ok, 0 failed");
  assertEquals(numbersOf(await linesOfFile(out)), numbersTo(9));
  assertEquals([...server.asked.values()], Array(9).fill(1));
});

Deno.test("--resume mends a torn last line, wherever it was torn", async () => {
  await using bench = await startBench({ input: devices(4) });
  const { input, out } = bench;
  await bench.run([input, "--out", out, "--ordered"]);
  const whole = await Deno.readTextFile(out);
  const header = whole.indexOf("\n");
  for (
    const length of [0, 5, header, header + 1, header + 9, whole.length - 1]
  ) {
    await Deno.writeTextFile(out, whole.slice(0, length));
    const { code, stderr } = await bench.run([input, "--out", out, "--resume"]);
    assertEquals(code, 0, stderr);
    assertEquals(numbersOf(await linesOfFile(out)), numbersTo(4));
  }
});

Deno.test("--resume refuses what belongs to another input, and names the line", async () => {
  await using bench = await startBench({ input: devices(4) });
  const { input, out, server } = bench;
  await bench.run([input, "--out", out]);
  const written = await Deno.readTextFile(out);
  const refuses = async (why: string, ...args: string[]) => {
    const all = [input, "--out", out, "--resume", ...args];
    const { code, stderr } = await bench.run(all);
    assertEquals(code, 2);
    assertStringIncludes(stderr, why);
  };
  await refuses("--shard 0/1", "--shard", "0/2");
  await Deno.writeTextFile(input, devices(4).replace("dev3", "dev5"));
  await refuses("line 3 is not the line that was looked up");
  await Deno.writeTextFile(input, `{"deviceId":"P/0"}\n${devices(4)}`);
  await refuses("line 1 is not the line that was looked up");
  assertEquals(await Deno.readTextFile(out), written);
  assertEquals(server.asked.size, 4);
  await Deno.writeTextFile(out, "notes of mine");
  await refuses("line 1 was not written by this version of batch");
  await Deno.writeTextFile(out, `${written}{"line":"5"}\n`);
  await refuses("line 6 was not written by this version of batch");
});

Deno.test("a last line that had no line break is known when the input has grown", async () => {
  await using bench = await startBench();
  const { input, out, server } = bench;
  const args = [input, "--out", out, "--resume"];
  await Deno.writeTextFile(input, '{"deviceId":"P/d1"}');
  assertEquals((await bench.run(args)).code, 0);
  await Deno.writeTextFile(input, '{"deviceId":"P/d1"}\n{"deviceId":"P/d2"}');
  assertEquals((await bench.run(args)).code, 0);
  assertEquals([...server.asked], [["P/d1", 1], ["P/d2", 1]]);
  await Deno.writeTextFile(input, '{"deviceId":"P/d1"}\n{"deviceId":"P/d17"}');
  const { code, stderr } = await bench.run(args);
  assertEquals(code, 2);
  assertStringIncludes(stderr, "line 2 is not the line that was looked up");
  assertEquals(server.asked.has("P/d17"), false);
});

Deno.test("a failed line that was corrected is looked up again by --resume", async () => {
  await using bench = await startBench();
  const { input, out, server } = bench;
  const args = [input, "--out", out, "--resume"];
  await Deno.writeTextFile(input, 'wrong\n{"deviceId":"P/bad"}\n');
  assertEquals((await bench.run([...args, "--format", "ndjson"])).code, 10);
  await Deno.writeTextFile(input, '{"deviceId":"P/1"}\n{"deviceId":"P/2"}\n');
  assertEquals((await bench.run(args)).code, 0);
  assertEquals([server.asked.get("P/1"), server.asked.get("P/2")], [1, 1]);
});

Deno.test("the exit code and the summary tell of the whole output, whichever run asked", async () => {
  await using bench = await startBench({
    input: devices(3).replace("dev2", "bad2"),
  });
  const { input, out } = bench;
  const args = [input, "--out", out, "--resume"];
  assertEquals((await bench.run(args)).code, 10);
  const { code, stderr } = await bench.run(args);
  assertEquals(code, 10);
  assertStringIncludes(stderr, "now has 3 lines: 2 ok, 1 failed");
});

Deno.test("an output of the sandbox is not continued against another endpoint", async () => {
  await using bench = await startBench({
    input: '{"deviceId":"LAEG4YJE1A/dev01"}\n',
  });
  const { input, out } = bench;
  const args = [input, "--out", out, "--resume"];
  const options = {
    allow: [`--allow-read=${input},${out}`, `--allow-write=${out}`],
  };
  assertEquals((await run([...args, "--sandbox"], options)).code, 0);
  assertEquals((await run([...args, "--sandbox"], options)).code, 0);
  const { code, stderr } = await bench.run(args);
  assertEquals(code, 2);
  assertStringIncludes(stderr, "it was written with --endpoint sandbox");
});

for (const replacement of [null, "x"]) {
  Deno.test(`an output that is ${replacement === null ? "deleted" : "replaced"} meanwhile is no success`, async () => {
    await using bench = await startBench({
      latencyMs: 200,
      input: devices(12),
    });
    const { input, out, server } = bench;
    const child = bench.start([input, "--out", out, "--concurrency", "2"], {
      allow: [`--allow-read=${input}`, `--allow-write=${out}`],
    });
    const stderr = new Response(child.stderr).text();
    await server.untilRequests(4, child);
    await Deno.remove(out);
    if (replacement !== null) await Deno.writeTextFile(out, replacement);
    assertEquals((await end(child)).code, 2);
    assertStringIncludes(await stderr, "deleted or replaced");
  });
}

Deno.test("a pipe cannot be resumed, and is not waited for", async () => {
  await using bench = await startBench({ input: devices(1) });
  const { input, out } = bench;
  await new Deno.Command("mkfifo", { args: [out] }).output();
  const { code, stderr } = await bench.run([input, "--out", out, "--resume"]);
  assertEquals(code, 2);
  assertStringIncludes(stderr, "not a regular file");
});

Deno.test("an input from a pipe is recognized as well", async () => {
  await using bench = await startBench();
  const { out } = bench;
  const allow = [`--allow-read=${out}`, `--allow-write=${out}`];
  const pipe = (stdin: string) =>
    bench.run(["--out", out, "--resume"], { allow, stdin });
  assertEquals((await pipe(devices(3))).code, 0);
  assertEquals((await pipe(devices(6))).code, 0);
  assertEquals(numbersOf(await linesOfFile(out)), numbersTo(6));
  const { code, stderr } = await pipe(devices(6).replace("dev1", "dev7"));
  assertEquals(code, 2);
  assertStringIncludes(stderr, "line 1 is not the line");
});

Deno.test("two processes cannot write to one output", async () => {
  await using bench = await startBench({ input: devices(2) });
  const { input, out } = bench;
  using file = await Deno.open(out, { write: true, create: true });
  await file.lock(true);
  const { code, stderr } = await bench.run([input, "--out", out, "--resume"]);
  assertEquals(code, 2);
  assertStringIncludes(stderr, "another process");
});

Deno.test("--fail-fast takes no more lines, and what is there is whole", async () => {
  await using bench = await startBench();
  const { input, out, server } = bench;
  const text = devices(500).replace('/dev5"', '/bad5"');
  await Deno.writeTextFile(input, text);
  const { code } = await bench.run([input, "--out", out, "--fail-fast"]);
  assertEquals(code, 10);
  const lines = await linesOfFile(out);
  assert(lines.length < 200, `${lines.length}`);
  assertEquals(lines.length, server.asked.size);
  // The line that failed stays failed, and the rest is looked up.
  assertEquals((await bench.run([input, "--out", out, "--resume"])).code, 10);
  assertEquals(numbersOf(await linesOfFile(out)), numbersTo(500));
});

Deno.test("an input without a line gives an output without one", async () => {
  await using bench = await startBench({ input: "\n\n" });
  const { input, out } = bench;
  assertEquals((await bench.run([input, "--out", out])).code, 0);
  assertEquals(await linesOfFile(out), []);
  assertEquals(linesOf((await bench.run([input])).stdout || '{"batch":0}'), []);
});

Deno.test("--resume tells of answers whose lines were cut off from the input", async () => {
  await using bench = await startBench({ input: devices(5) });
  const { input, out } = bench;
  const whole = await bench.run([input, "--out", out, "--resume"]);
  assert(!whole.stderr.includes("no longer"), whole.stderr);
  await Deno.writeTextFile(input, devices(3));
  const { code, stderr } = await bench.run([input, "--out", out, "--resume"]);
  assertEquals(code, 0);
  assertStringIncludes(
    stderr,
    "2 answers belong to lines that the input no longer has",
  );
});
