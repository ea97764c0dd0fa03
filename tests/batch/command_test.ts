import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { run, startBench, TOKEN } from "./bench.ts";
import {
  devices,
  linesOf,
  linesOfFile,
  numbersOf,
  numbersTo,
} from "./lines.ts";

const NO_TOKEN = { KUGOU_ACCESS_TOKEN: "" };

Deno.test("a batch from stdin to stdout says what became of each line", async () => {
  await using bench = await startBench();
  const stdin = `{"deviceId":"P/1"}\n\nwrong\n{"deviceId":"P/bad"}\n`;
  const { code, stdout, stderr } = await bench.run(["--ordered"], { stdin });
  const lines = linesOf(stdout);
  assertEquals(lines.map(({ line, ok }) => [line, ok]), [
    [1, true],
    [3, false],
    [4, false],
  ]);
  assertEquals(lines[0]!.deviceId, "P/1");
  assertEquals([lines[1]!.error?.kind, lines[2]!.error?.kind], [
    "input",
    "api",
  ]);
  assertMatch(
    stderr,
    /^3 lines: 1 ok, failed: 1 input, 1 not-found, in \d+ s/m,
  );
  assertEquals(code, 10);
});

Deno.test("--quiet says nothing, and all well is exit code 0", async () => {
  await using bench = await startBench();
  const stdin = "deviceId,accessToken\nP/1,a-token\n";
  const { code, stderr } = await bench.run(["--quiet"], {
    stdin,
    env: NO_TOKEN,
  });
  assertEquals([code, stderr], [0, ""]);
});

Deno.test("no token is shown: not of a line, not of all, not in a wrong place", async () => {
  await using bench = await startBench();
  const other = "f00dcafe16105f18edd4e78a3bb8ec";
  const stdin = [
    `{"deviceId":"P/1","accessToken":"${other}"}`,
    `{"deviceId":"P/${other}","accessToken":"${other}"}`,
    `{"deviceId":"${other}","accessToken":"P/4"}`,
    `{"deviceId":"P/5","accessToken":"${other} "}`,
    `{"deviceId":"P/6","${other}":1}`,
    `{"deviceId":"P/${TOKEN}"}`,
    `"${other}"`,
    `{"deviceId":"P/8","accessToken":"${other}"`,
    `{"deviceId":"P/9","params":"${other}"}`,
  ].join("\n");
  const { code, stdout, stderr } = await bench.run([], { stdin });
  assertEquals(code, 10);
  assertEquals(numbersOf(linesOf(stdout)), numbersTo(9));
  for (const text of [stdout, stderr]) {
    assert(!text.includes(TOKEN) && !text.includes(other));
  }
});

Deno.test("a line without any token says where one can come from", async () => {
  await using bench = await startBench();
  const stdin = `{"deviceId":"P/1"}`;
  const { stdout } = await bench.run([], { stdin, env: NO_TOKEN });
  const [line] = linesOf(stdout);
  assertEquals(line?.error?.field, "accessToken");
  assertStringIncludes(stdout, "--token-file");
  assertEquals(bench.server.asked.size, 0);
});

Deno.test("a file goes to a file with just the permissions that help names", async () => {
  await using bench = await startBench({ input: devices(50) });
  const { input, out } = bench;
  const args = [input, "--out", out];
  const read = `--allow-read=${input}`;
  const write = `--allow-write=${out}`;

  for (const [allow, missing] of [[[], read], [[read], write]] as const) {
    const { code, stderr } = await bench.run(args, { allow });
    assertEquals(code, 9);
    assertStringIncludes(stderr, missing);
  }
  const allow = [read, write];
  assertEquals((await bench.run(args, { allow })).code, 0);
  assertEquals(numbersOf(await linesOfFile(out)), numbersTo(50));

  const again = await bench.run([...args, "--resume"], { allow });
  assertEquals(again.code, 9);
  assertStringIncludes(again.stderr, `--allow-read=${out}`);
});

Deno.test("a batch that cannot be begun is exit code 2, and says why", async () => {
  const cases: [args: string[], why: string][] = [
    [["--resume"], "--out FILE"],
    [["--shard", "4/4"], "I/N"],
    [["--shards", "4"], "JOB_COMPLETION_INDEX"],
    [["--rate", "0"], "--rate: it is not a rate"],
    [["--rate", "0"], "lookups per second"],
    [["--concurrency", "0"], "--concurrency 16"],
    [["--token-stdin"], "--token-file"],
    [["--retry-failed", "o", "--out", "o"], "--out"],
    [["/nowhere/at/all"], "FILE"],
  ];
  for (const [args, why] of cases) {
    const { code, stdout, stderr } = await run(args, {
      allow: ["--allow-read"],
    });
    assertEquals([code, stdout], [2, ""], stderr);
    assertStringIncludes(stderr, why);
  }
});

Deno.test("without the network the batch ends at once, and names the permission", async () => {
  const { code, stdout, stderr } = await run(["--quiet"], {
    stdin: `{"deviceId":"P/1"}\n`.repeat(100),
  });
  assertEquals([code, stdout], [9, ""]);
  assertStringIncludes(stderr, "--allow-net=iot.cloud.tencent.com");
});

Deno.test("an endpoint that cannot be leaves no output behind", async () => {
  await using bench = await startBench();
  const { code, stderr } = await run(
    ["--out", bench.out, "--endpoint", "http://example.com"],
    { stdin: "deviceId\n", allow: [`--allow-write=${bench.out}`] },
  );
  assertEquals(code, 2);
  assertStringIncludes(stderr, "endpoint");
  assertEquals(await Deno.stat(bench.out).catch(() => null), null);
});

Deno.test("a reader that goes away ends the batch without a complaint", async () => {
  await using bench = await startBench();
  const child = bench.start([]);
  const reader = child.stdout.getReader();
  const writer = child.stdin.getWriter();
  const bytes = new TextEncoder().encode(devices(200));
  const feed = (async () => {
    for (;;) await writer.write(bytes);
  })().catch(() => {});
  await reader.read();
  await reader.cancel();
  const { code } = await child.status;
  await feed;
  const stderr = await new Response(child.stderr).text();
  assertEquals([code, stderr], [0, ""]);
});

Deno.test("a full disk ends the batch, and names the output", {
  ignore: Deno.build.os !== "linux",
}, async () => {
  await using bench = await startBench();
  const { code, stderr } = await bench.run(["--out", "/dev/full"], {
    stdin: devices(3),
    permissions: ["--allow-all"],
    allow: [],
  });
  assertEquals(code, 2);
  assertMatch(stderr, /--out: no space is left on the device/);
});

Deno.test("an input that is not UTF-8 is read as what it is, in a line on stderr", async () => {
  await using bench = await startBench();
  const stdin = new Uint8Array([0x50, 0x2f, 0xc9, 0xe8, 0x0a]);
  const { code, stderr } = await bench.run([], { stdin });
  assertEquals(code, 0);
  assertStringIncludes(stderr, "reading it as GB18030");
  assertEquals([...bench.server.asked.keys()], ["P/设"]);
});
