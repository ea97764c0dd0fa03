import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { devices, run } from "./cli.ts";
import { respond } from "./responder.ts";

const TOKEN = "8b4a70dd16105f18edd4e78a3bb8ec";
const ENV = { KUGOU_ACCESS_TOKEN: TOKEN };

Deno.test("--summary says in JSON what the run and the whole output came to", async () => {
  const dir = await Deno.makeTempDir();
  const [input, out, summary] = [
    `${dir}/in.ndjson`,
    `${dir}/out.ndjson`,
    `${dir}/summary.json`,
  ];
  await using server = respond();
  const args = [
    ...[input, "--endpoint", server.endpoint, "--out", out, "--resume"],
    ...["--summary", summary, "--quiet"],
  ];
  const allow = [`--allow-read=${dir}`, `--allow-write=${dir}`];
  await Deno.writeTextFile(input, devices(3));
  assertEquals((await run(args, { allow, env: ENV })).code, 0);
  await Deno.writeTextFile(input, `${devices(3)}P/1\n{"deviceId":"P/bad"}\n`);
  const before = Date.now();
  const { code } = await run(args, { allow, env: ENV });

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
    endpoint: server.endpoint,
    stoppedBy: null,
    exitCode: 10,
    asked: { ok: 0, failed: 2, failedBy: { "input": 1, "not-found": 1 } },
    leftOut: 0,
    total: { ok: 3, failed: 2 },
  });
  await Deno.remove(dir, { recursive: true });
});

Deno.test("--summary says that the batch was interrupted or saw no endpoint", async () => {
  const dir = await Deno.makeTempDir();
  const summary = `${dir}/summary.json`;
  const allow = [`--allow-write=${summary}`];
  const { endpoint } = await closed();
  const { code } = await run(
    [
      ...["--endpoint", endpoint, "--max-outage", "1ms", "--retries", "0"],
      ...["--summary", summary],
    ],
    { stdin: devices(1), allow, env: ENV },
  );
  const { stoppedBy, exitCode } = JSON.parse(await Deno.readTextFile(summary));
  assertEquals([code, stoppedBy, exitCode], [7, "unreachable", 7]);
  await Deno.remove(dir, { recursive: true });
});

Deno.test("--summary that cannot be written ends the batch before it asks anything", async () => {
  await using server = respond();
  const args = ["--endpoint", server.endpoint, "--summary", "/nowhere/at/all"];
  const options = { stdin: devices(1), env: ENV };
  const denied = await run(args, options);
  assertEquals(denied.code, 9);
  assertStringIncludes(denied.err, "--allow-write=/nowhere/at/all");
  const missing = await run(args, {
    ...options,
    allow: ["--allow-write=/nowhere"],
  });
  assertEquals(missing.code, 2);
  assertStringIncludes(missing.err, "--summary: its folder does not exist");
  assertEquals(server.asked.size, 0);
});

/** An endpoint where nobody listens. */
async function closed() {
  await using server = respond();
  return { endpoint: server.endpoint };
}
