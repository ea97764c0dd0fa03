import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { end, run, startBench, TOKEN } from "./bench.ts";
import { devices } from "./lines.ts";
import { closed } from "./responder.ts";

Deno.test("--summary says in JSON what the run and the whole output came to", async () => {
  await using bench = await startBench({ input: devices(3) });
  const { dir, input, out } = bench;
  const summary = `${dir}/summary.json`;
  const args = [
    ...[input, "--out", out, "--resume", "--summary", summary, "--quiet"],
  ];
  assertEquals((await bench.run(args)).code, 0);
  await Deno.writeTextFile(input, `${devices(3)}P/1\n{"deviceId":"P/bad"}\n`);
  const before = Date.now();
  const { code } = await bench.run(args);

  const text = await Deno.readTextFile(summary);
  assert(!text.includes(TOKEN));
  const { startedAt, seconds, ...rest } = JSON.parse(text);
  assert(Date.parse(startedAt) >= before && seconds > 0);
  assertEquals(code, 10);
  assertEquals(rest, {
    version: 1,
    input: "in.ndjson",
    output: out,
    shard: "0/1",
    endpoint: bench.server.endpoint,
    stoppedBy: null,
    exitCode: 10,
    asked: { ok: 0, failed: 2, failedBy: { "input": 1, "not-found": 1 } },
    leftOut: 0,
    total: { ok: 3, failed: 2 },
  });
});

Deno.test("--summary says that the batch saw no endpoint", async () => {
  await using bench = await startBench();
  const summary = `${bench.dir}/summary.json`;
  const { endpoint } = await closed();
  const { code } = await run(
    [
      ...["--endpoint", endpoint, "--max-outage", "1ms", "--retries", "0"],
      ...["--summary", summary],
    ],
    { stdin: devices(1), allow: [`--allow-write=${summary}`] },
  );
  const { stoppedBy, exitCode } = JSON.parse(await Deno.readTextFile(summary));
  assertEquals([code, stoppedBy, exitCode], [7, "unreachable", 7]);
});

Deno.test("--summary that cannot be written ends the batch before it asks anything", async () => {
  await using bench = await startBench();
  const args = ["--summary", "/nowhere/at/all"];
  const stdin = devices(1);
  const denied = await bench.run(args, { stdin, allow: [] });
  assertEquals(denied.code, 9);
  assertStringIncludes(denied.stderr, "--allow-write=/nowhere/at/all");
  const allow = ["--allow-write=/nowhere"];
  const missing = await bench.run(args, { stdin, allow });
  assertEquals(missing.code, 2);
  assertStringIncludes(missing.stderr, "--summary: its folder does not exist");
  assertEquals(bench.server.asked.size, 0);
});

Deno.test("--summary overwrites neither the input, nor the answers, nor the token", async () => {
  await using bench = await startBench({ input: devices(2) });
  const { dir, input, out } = bench;
  await bench.run([input, "--out", out]);
  const answers = await Deno.readTextFile(out);
  const token = `${dir}/token`;
  await Deno.writeTextFile(token, TOKEN);
  const resume = [
    ...[input, "--out", out, "--resume", "--token-file", token, "--summary"],
  ];
  await Deno.symlink(input, `${dir}/link`);
  const others = [`${dir}/./in.ndjson`, `${dir}/link`, `${dir}/./out.ndjson`];
  for (const summary of [input, out, token, ...others]) {
    const { code, stderr } = await bench.run([...resume, summary]);
    assertEquals(code, 2, stderr);
    assertStringIncludes(stderr, "--summary: ");
  }
  assertEquals(await Deno.readTextFile(input), devices(2));
  assertEquals(await Deno.readTextFile(out), answers);
  assertEquals(await Deno.readTextFile(token), TOKEN);
});

Deno.test("--summary has the exit code of a batch whose reader has seen enough", async () => {
  await using bench = await startBench({
    input: `{"deviceId":"P/bad"}\n${devices(20_000)}`,
  });
  const summary = `${bench.dir}/summary.json`;
  const child = bench.start([bench.input, "--summary", summary, "--quiet"]);
  const reader = child.stdout.getReader();
  await reader.read();
  await reader.cancel();
  const { code } = await end(child);
  const { asked, exitCode } = JSON.parse(await Deno.readTextFile(summary));
  assertEquals([code, exitCode], [0, 0]);
  assert(asked.ok < 20_000);
});
