import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import {
  devices,
  linesOf,
  linesOfFile,
  numbersOf,
  numbersTo,
  run,
} from "./cli.ts";
import { respond } from "./responder.ts";

const TOKEN = "8b4a70dd16105f18edd4e78a3bb8ec";

Deno.test("a batch from stdin to stdout says what became of each line", async () => {
  await using server = respond();
  const stdin = `{"deviceId":"P/1"}\n\nwrong\n{"deviceId":"P/bad"}\n`;
  const { code, out, err } = await run(
    ["--endpoint", server.endpoint, "--ordered"],
    { stdin, env: { KUGOU_ACCESS_TOKEN: TOKEN } },
  );
  const lines = linesOf(out);
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
  assertMatch(err, /^3 lines: 1 ok, failed: 1 input, 1 not-found, in 0 s/m);
  assertEquals(code, 10);
});

Deno.test("--quiet says nothing, and all well is exit code 0", async () => {
  await using server = respond();
  const { code, err } = await run(["--endpoint", server.endpoint, "--quiet"], {
    stdin: "deviceId,accessToken\nP/1,a-token\n",
  });
  assertEquals([code, err], [0, ""]);
});

Deno.test("no token is shown: not of a line, not of all, not in a wrong place", async () => {
  await using server = respond();
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
  const { code, out, err } = await run(["--endpoint", server.endpoint], {
    stdin,
    env: { KUGOU_ACCESS_TOKEN: TOKEN },
  });
  assertEquals(code, 10);
  assertEquals(numbersOf(linesOf(out)), numbersTo(9));
  for (const text of [out, err]) {
    assert(!text.includes(TOKEN) && !text.includes(other));
  }
});

Deno.test("a line without any token says where one can come from", async () => {
  await using server = respond();
  const { out } = await run(["--endpoint", server.endpoint], {
    stdin: `{"deviceId":"P/1"}`,
  });
  const [line] = linesOf(out);
  assertEquals(line?.error?.field, "accessToken");
  assertStringIncludes(out, "--token-file");
  assertEquals(server.asked.size, 0);
});

Deno.test("a file goes to a file with just the permissions that help names", async () => {
  const dir = await Deno.makeTempDir();
  try {
    await using server = respond();
    const [input, out] = [`${dir}/in.ndjson`, `${dir}/out.ndjson`];
    await Deno.writeTextFile(input, devices(50));
    const args = [input, "--out", out, "--endpoint", server.endpoint];
    const env = { KUGOU_ACCESS_TOKEN: TOKEN };
    const read = `--allow-read=${input}`;
    const write = `--allow-write=${out}`;

    for (const [allow, missing] of [[[], read], [[read], write]] as const) {
      const { code, err } = await run(args, { env, allow });
      assertEquals(code, 9);
      assertStringIncludes(err, missing);
    }
    const { code } = await run(args, { env, allow: [read, write] });
    assertEquals(code, 0);
    assertEquals(numbersOf(await linesOfFile(out)), numbersTo(50));

    const again = await run([...args, "--resume"], {
      env,
      allow: [read, write],
    });
    assertEquals(again.code, 9);
    assertStringIncludes(again.err, `--allow-read=${out}`);
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
});

Deno.test("a batch that cannot be begun is exit code 2, and says why", async () => {
  const cases: [args: string[], why: string][] = [
    [["--resume"], "--out FILE"],
    [["--shard", "4/4"], "I/N"],
    [["--shards", "4"], "JOB_COMPLETION_INDEX"],
    [["--rate", "0"], "lookups per second"],
    [["--concurrency", "0"], "--concurrency 16"],
    [["--token-stdin"], "--token-file"],
    [["--retry-failed", "o", "--out", "o"], "--out"],
    [["/nowhere/at/all"], "FILE"],
  ];
  for (const [args, why] of cases) {
    const { code, out, err } = await run(args, { allow: ["--allow-read"] });
    assertEquals([code, out], [2, ""], err);
    assertStringIncludes(err, why);
  }
});

Deno.test("without the network the batch ends at once, and names the permission", async () => {
  const { code, out, err } = await run(["--quiet"], {
    stdin: `{"deviceId":"P/1"}\n`.repeat(100),
    env: { KUGOU_ACCESS_TOKEN: TOKEN },
  });
  assertEquals([code, out], [9, ""]);
  assertStringIncludes(err, "--allow-net=iot.cloud.tencent.com");
});

Deno.test("an endpoint that cannot be leaves no output behind", async () => {
  const dir = await Deno.makeTempDir();
  const out = `${dir}/out.ndjson`;
  const { code, err } = await run(
    ["--out", out, "--endpoint", "http://example.com"],
    { stdin: "deviceId\n", allow: [`--allow-write=${out}`] },
  );
  assertEquals(code, 2);
  assertStringIncludes(err, "endpoint");
  await Deno.remove(dir);
});

Deno.test("a reader that goes away ends the batch without a complaint", async () => {
  await using server = respond();
  const { start } = await import("./cli.ts");
  const child = start(["--endpoint", server.endpoint], {
    env: { KUGOU_ACCESS_TOKEN: TOKEN },
  });
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
  const err = await new Response(child.stderr).text();
  assertEquals([code, err], [0, ""]);
});

Deno.test("everything that is not a bug is no bug, and says what to do", async () => {
  const dir = await Deno.makeTempDir();
  const long = `${dir}/${"x".repeat(300)}`;
  await Deno.symlink(`${dir}/loop`, `${dir}/loop`);
  await Deno.writeTextFile(`${dir}/in`, "P/1\n");
  const cases: [args: string[], code: number, why: RegExp][] = [
    [[dir], 2, /FILE: it is a directory/],
    [[`${dir}/loop`], 2, /FILE: its symbolic links lead in a circle/],
    [[long], 2, /FILE: its name is too long/],
    [[`${dir}/in`, "--out", `${dir}/no/out`], 2, /--out: its folder does not/],
    [[`${dir}/in`, "--out", dir], 2, /--out: it is a directory/],
    [["--rate", "0"], 2, /--rate: it is not a rate/],
  ];
  for (const [args, expected, why] of cases) {
    const { code, err } = await run(args, {
      allow: ["--allow-read", "--allow-write"],
      env: { KUGOU_ACCESS_TOKEN: TOKEN },
    });
    assertEquals(code, expected, err);
    assertMatch(err, why);
    assert(!err.includes("bug"), err);
  }
  await Deno.remove(dir, { recursive: true });
});

Deno.test("a full disk ends the batch, and names the output", async () => {
  await using server = respond();
  const { code, err } = await run(
    ["--out", "/dev/full", "--endpoint", server.endpoint],
    {
      stdin: devices(3),
      allow: ["--allow-all"],
      env: { KUGOU_ACCESS_TOKEN: TOKEN },
    },
  );
  assertEquals(code, 2);
  assertMatch(err, /--out: no space is left on the device/);
});

Deno.test("an input that is not UTF-8 is read as what it is, in a line on stderr", async () => {
  await using server = respond();
  const stdin = Uint8Array.from([
    ...new TextEncoder().encode("P/"),
    ...[0xc9, 0xe8, 0x0a],
  ]);
  const { code, err } = await run(["--endpoint", server.endpoint], {
    stdin,
    env: { KUGOU_ACCESS_TOKEN: TOKEN },
  });
  assertEquals(code, 0);
  assertStringIncludes(err, "reading it as GB18030");
  assertEquals([...server.asked.keys()], ["P/设"]);
});
