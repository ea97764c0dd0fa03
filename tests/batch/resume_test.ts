import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import {
  devices,
  linesOf,
  linesOfFile,
  numbersOf,
  numbersTo,
  run,
  start,
} from "./cli.ts";
import { respond, type Responder, untilAsked } from "./responder.ts";

/** A directory, a server, and a way to run. */
async function withFiles(
  work: (it: {
    input: string;
    out: string;
    server: Responder;
    batch: (...args: string[]) => ReturnType<typeof run>;
  }) => Promise<void>,
) {
  const dir = await Deno.makeTempDir();
  try {
    await using server = respond();
    const [input, out] = [`${dir}/in.ndjson`, `${dir}/out.ndjson`];
    const batch = (...args: string[]) =>
      run([...args, "--endpoint", server.endpoint], {
        env: { KUGOU_ACCESS_TOKEN: "a-token" },
        allow: [`--allow-read=${dir}`, `--allow-write=${dir}`],
      });
    await work({ input, out, server, batch });
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
}

Deno.test("an output that is there is refused without --resume", async () => {
  await withFiles(async ({ input, out, batch }) => {
    await Deno.writeTextFile(input, devices(3));
    await Deno.writeTextFile(out, "mine\n");
    const { code, err } = await batch(input, "--out", out);
    assertEquals(code, 2);
    assertStringIncludes(err, "--resume");
    assertEquals(await Deno.readTextFile(out), "mine\n");
  });
});

Deno.test("--resume begins a file, goes on with it, and looks nothing up twice", async () => {
  await withFiles(async ({ input, out, server, batch }) => {
    await Deno.writeTextFile(input, devices(5));
    const args = [input, "--out", out, "--resume"];
    assertEquals((await batch(...args)).code, 0);
    await Deno.writeTextFile(input, devices(9));
    const { code, err } = await batch(...args);
    assertEquals(code, 0);
    assertStringIncludes(err, "5 ok, 0 failed so far");
    assertStringIncludes(err, "now has 9 lines: 9 ok, 0 failed");
    assertEquals(numbersOf(await linesOfFile(out)), numbersTo(9));
    assertEquals([...server.asked.values()], Array(9).fill(1));
  });
});

Deno.test("--resume mends a torn last line, wherever it was torn", async () => {
  await withFiles(async ({ input, out, batch }) => {
    await Deno.writeTextFile(input, devices(4));
    await batch(input, "--out", out, "--ordered");
    const whole = await Deno.readTextFile(out);
    const header = whole.indexOf("\n");
    for (
      const length of [0, 5, header, header + 1, header + 9, whole.length - 1]
    ) {
      await Deno.writeTextFile(out, whole.slice(0, length));
      const { code, err } = await batch(input, "--out", out, "--resume");
      assertEquals(code, 0, err);
      assertEquals(numbersOf(await linesOfFile(out)), numbersTo(4));
    }
  });
});

Deno.test("--resume refuses what belongs to another input, and names the line", async () => {
  await withFiles(async ({ input, out, server, batch }) => {
    await Deno.writeTextFile(input, devices(4));
    await batch(input, "--out", out);
    const written = await Deno.readTextFile(out);
    const refuses = async (why: string, ...args: string[]) => {
      const all = [input, "--out", out, "--resume", ...args];
      const { code, err } = await batch(...all);
      assertEquals(code, 2);
      assertStringIncludes(err, why);
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
});

Deno.test("a last line that had no line break is known when the input has grown", async () => {
  await withFiles(async ({ input, out, server, batch }) => {
    const args = [input, "--out", out, "--resume"];
    await Deno.writeTextFile(input, '{"deviceId":"P/d1"}');
    assertEquals((await batch(...args)).code, 0);
    await Deno.writeTextFile(input, '{"deviceId":"P/d1"}\n{"deviceId":"P/d2"}');
    assertEquals((await batch(...args)).code, 0);
    assertEquals([...server.asked], [["P/d1", 1], ["P/d2", 1]]);
    await Deno.writeTextFile(
      input,
      '{"deviceId":"P/d1"}\n{"deviceId":"P/d17"}',
    );
    const { code, err } = await batch(...args);
    assertEquals(code, 2);
    assertStringIncludes(err, "line 2 is not the line that was looked up");
    assertEquals(server.asked.has("P/d17"), false);
  });
});

Deno.test("a failed line that was corrected is looked up again by --resume", async () => {
  await withFiles(async ({ input, out, server, batch }) => {
    const args = [input, "--out", out, "--resume"];
    await Deno.writeTextFile(input, 'wrong\n{"deviceId":"P/bad"}\n');
    assertEquals((await batch(...args, "--format", "ndjson")).code, 10);
    await Deno.writeTextFile(input, '{"deviceId":"P/1"}\n{"deviceId":"P/2"}\n');
    assertEquals((await batch(...args)).code, 0);
    assertEquals([server.asked.get("P/1"), server.asked.get("P/2")], [1, 1]);
  });
});

Deno.test("the exit code and the summary tell of the whole output, whichever run asked", async () => {
  await withFiles(async ({ input, out, batch }) => {
    await Deno.writeTextFile(input, devices(3).replace("dev2", "bad2"));
    const args = [input, "--out", out, "--resume"];
    assertEquals((await batch(...args)).code, 10);
    const { code, err } = await batch(...args);
    assertEquals(code, 10);
    assertStringIncludes(err, "now has 3 lines: 2 ok, 1 failed");
  });
});

Deno.test("an output of the sandbox is not continued against another endpoint", async () => {
  await withFiles(async ({ input, out, batch }) => {
    await Deno.writeTextFile(input, '{"deviceId":"LAEG4YJE1A/dev01"}\n');
    const args = [input, "--out", out, "--resume"];
    const options = {
      allow: [`--allow-read=${input},${out}`, `--allow-write=${out}`],
    };
    assertEquals((await run([...args, "--sandbox"], options)).code, 0);
    assertEquals((await run([...args, "--sandbox"], options)).code, 0);
    const { code, err } = await batch(...args);
    assertEquals(code, 2);
    assertStringIncludes(err, "it was written with --endpoint sandbox");
  });
});

for (const replacement of [null, "x"]) {
  Deno.test(`an output that is ${replacement === null ? "deleted" : "replaced"} meanwhile is no success`, async () => {
    const dir = await Deno.makeTempDir();
    await using server = respond(200);
    const [input, out] = [`${dir}/in`, `${dir}/out.ndjson`];
    await Deno.writeTextFile(input, devices(20));
    const child = start(
      [
        input,
        "--out",
        out,
        "--concurrency",
        "2",
        "--endpoint",
        server.endpoint,
      ],
      {
        env: { KUGOU_ACCESS_TOKEN: "a-token" },
        allow: [`--allow-read=${input}`, `--allow-write=${out}`],
      },
    );
    await untilAsked(server, 4, child);
    await Deno.remove(out);
    if (replacement !== null) await Deno.writeTextFile(out, replacement);
    const err = new Response(child.stderr).text();
    const { code } = await child.status;
    await Promise.all([
      child.stdin.close().catch(() => {}),
      child.stdout.cancel(),
    ]);
    assertEquals(code, 2);
    assertStringIncludes(await err, "deleted or replaced");
    await Deno.remove(dir, { recursive: true });
  });
}

Deno.test("a pipe cannot be resumed, and is not waited for", async () => {
  await withFiles(async ({ input, out, batch }) => {
    await Deno.writeTextFile(input, devices(1));
    await new Deno.Command("mkfifo", { args: [out] }).output();
    const { code, err } = await batch(input, "--out", out, "--resume");
    assertEquals(code, 2);
    assertStringIncludes(err, "not a regular file");
  });
});

Deno.test("an input from a pipe is recognized as well", async () => {
  await withFiles(async ({ out, server }) => {
    const args = ["--out", out, "--resume", "--endpoint", server.endpoint];
    const options = {
      env: { KUGOU_ACCESS_TOKEN: "a-token" },
      allow: [`--allow-read=${out}`, `--allow-write=${out}`],
    };
    const pipe = (stdin: string) => run(args, { ...options, stdin });
    assertEquals((await pipe(devices(3))).code, 0);
    assertEquals((await pipe(devices(6))).code, 0);
    assertEquals(numbersOf(await linesOfFile(out)), numbersTo(6));
    const { code, err } = await pipe(devices(6).replace("dev1", "dev7"));
    assertEquals(code, 2);
    assertStringIncludes(err, "line 1 is not the line");
  });
});

Deno.test("two processes cannot write to one output", async () => {
  await withFiles(async ({ input, out, batch }) => {
    await Deno.writeTextFile(input, devices(2));
    using file = await Deno.open(out, { write: true, create: true });
    await file.lock(true);
    const { code, err } = await batch(input, "--out", out, "--resume");
    assertEquals(code, 2);
    assertStringIncludes(err, "another process");
  });
});

Deno.test("--retry-failed looks again at what failed, and at nothing else", async () => {
  await withFiles(async ({ input, out, server, batch }) => {
    const text = devices(6).replace("dev2", "bad2").replace("dev5", "bad5");
    await Deno.writeTextFile(input, `${text}wrong\n`);
    assertEquals((await batch(input, "--out", out)).code, 10);
    const { code, err } = await batch(input, "--retry-failed", out);
    assertEquals(code, 10);
    assertStringIncludes(err, "3 lines: 0 ok");
    assertStringIncludes(err, "now has 7 lines: 4 ok, 3 failed");
    const lines = await linesOfFile(out);
    assertEquals(numbersOf(lines), numbersTo(7));
    const failed = lines.filter(({ ok }) => !ok);
    assertEquals(numbersOf(failed), [2, 5, 7]);
    assertEquals(server.asked.get("LAEG4YJE1A/dev1"), 1);
    assertEquals(server.asked.get("LAEG4YJE1A/bad2"), 2);
    await assertGone(`${out}.retry`);
    // What was retried can be continued, and some of it still fails.
    assertEquals((await batch(input, "--out", out, "--resume")).code, 10);
    assertEquals(server.asked.get("LAEG4YJE1A/bad2"), 2);
  });
});

Deno.test("--retry-failed that stops early keeps what it asked, and --resume asks the rest", async () => {
  await withFiles(async ({ input, out, server, batch }) => {
    await Deno.writeTextFile(input, devices(40).replaceAll("/dev", "/bad"));
    await batch(input, "--out", out);
    const stopped = [input, "--retry-failed", out, "--fail-fast"];
    const { code } = await batch(...stopped, "--concurrency", "1");
    assertEquals(code, 10);
    assertEquals(numbersOf(await linesOfFile(out)), [1]);
    assertEquals((await batch(input, "--out", out, "--resume")).code, 10);
    assertEquals(numbersOf(await linesOfFile(out)), numbersTo(40));
    assertEquals(new Set(server.asked.values()), new Set([2]));
  });
});

Deno.test("--retry-failed keeps the mode of the file, and a link to it", async () => {
  await withFiles(async ({ input, out, server, batch }) => {
    await Deno.writeTextFile(input, devices(3).replace("dev2", "bad2"));
    await batch(input, "--out", out);
    await Deno.chmod(out, 0o640);
    const link = out.replace("out", "link");
    await Deno.symlink(out, link);
    await Deno.writeTextFile(input, devices(3));
    const { code, err } = await run(
      [input, "--retry-failed", link, "--endpoint", server.endpoint],
      {
        env: { KUGOU_ACCESS_TOKEN: "a-token" },
        allow: [
          `--allow-read=${input},${link},${out},${out}.retry`,
          `--allow-write=${out},${out}.retry`,
        ],
      },
    );
    assertEquals(code, 0, err);
    assertEquals((await Deno.lstat(link)).isSymlink, true);
    assertEquals((await Deno.stat(out)).mode! & 0o777, 0o640);
    assertEquals(numbersOf(await linesOfFile(out)), numbersTo(3));
  });
});

Deno.test("--retry-failed that cannot begin leaves the output alone", async () => {
  await withFiles(async ({ input, out, batch }) => {
    await Deno.writeTextFile(input, devices(2));
    await Deno.writeTextFile(out, "");
    const { code, err } = await batch(input, "--retry-failed", out);
    assertEquals(code, 2);
    assertStringIncludes(err, "empty");
    await Deno.remove(out);
    assertEquals((await batch(input, "--retry-failed", out)).code, 2);
    await assertGone(out);
  });
});

Deno.test("--fail-fast takes no more lines, and what is there is whole", async () => {
  await withFiles(async ({ input, out, server, batch }) => {
    const text = devices(500).replace('/dev5"', '/bad5"');
    await Deno.writeTextFile(input, text);
    const { code } = await batch(input, "--out", out, "--fail-fast");
    assertEquals(code, 10);
    const lines = await linesOfFile(out);
    assert(lines.length < 200, `${lines.length}`);
    assertEquals(lines.length, server.asked.size);
    // The line that failed stays failed, and the rest is looked up.
    assertEquals((await batch(input, "--out", out, "--resume")).code, 10);
    assertEquals(numbersOf(await linesOfFile(out)), numbersTo(500));
  });
});

Deno.test("an input without a line gives an output without one", async () => {
  await withFiles(async ({ input, out, batch }) => {
    await Deno.writeTextFile(input, "\n\n");
    assertEquals((await batch(input, "--out", out)).code, 0);
    assertEquals(await linesOfFile(out), []);
    assertEquals(linesOf((await batch(input)).out || '{"batch":0}'), []);
  });
});

async function assertGone(path: string) {
  const info = await Deno.stat(path).catch(() => null);
  assertEquals(info, null);
}

Deno.test("--resume tells of answers whose lines were cut off from the input", async () => {
  await withFiles(async ({ input, out, batch }) => {
    await Deno.writeTextFile(input, devices(5));
    const whole = await batch(input, "--out", out, "--resume");
    assert(!whole.err.includes("no longer"), whole.err);
    await Deno.writeTextFile(input, devices(3));
    const { code, err } = await batch(input, "--out", out, "--resume");
    assertEquals(code, 0);
    assertStringIncludes(
      err,
      "2 answers belong to lines that the input no longer has",
    );
  });
});
