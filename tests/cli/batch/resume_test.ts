import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import {
  devices,
  linesOf,
  linesOfFile,
  numbersOf,
  numbersTo,
  run,
} from "./cli.ts";
import { respond, type Responder } from "./responder.ts";

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
    assertStringIncludes(err, "5 lines already");
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

Deno.test("--resume refuses what belongs to another input", async () => {
  await withFiles(async ({ input, out, batch }) => {
    await Deno.writeTextFile(input, devices(4));
    await batch(input, "--out", out);
    const written = await Deno.readTextFile(out);
    const refuses = async (why: string, ...args: string[]) => {
      const { code, err } = await batch(
        input,
        "--out",
        out,
        "--resume",
        ...args,
      );
      assertEquals(code, 2);
      assertStringIncludes(err, why);
    };
    await refuses("--shard 0/1", "--shard", "0/2");
    await refuses("--format ndjson", "--format", "csv");
    await Deno.writeTextFile(input, devices(4).replace("dev3", "dev5"));
    await refuses("another input");
    await Deno.writeTextFile(input, devices(3));
    await refuses("another input");
    assertEquals(await Deno.readTextFile(out), written);
    await Deno.writeTextFile(out, "notes of mine");
    await refuses("did not write line 1");
    await Deno.writeTextFile(out, `${written}{"line":"5"}\n`);
    await refuses("did not write line 6");
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
    assertStringIncludes(err, "another input");
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
    const lines = await linesOfFile(out);
    assertEquals(numbersOf(lines), numbersTo(7));
    const failed = lines.filter(({ ok }) => !ok);
    assertEquals(numbersOf(failed), [2, 5, 7]);
    assertEquals(server.asked.get("LAEG4YJE1A/dev1"), 1);
    assertEquals(server.asked.get("LAEG4YJE1A/bad2"), 2);
    await assertGone(`${out}.retry`);
    // What was retried can be gone on with.
    assertEquals((await batch(input, "--out", out, "--resume")).code, 0);
  });
});

Deno.test("--retry-failed that stops early keeps the failures it did not come to", async () => {
  await withFiles(async ({ input, out, batch }) => {
    await Deno.writeTextFile(input, devices(40).replaceAll("/dev", "/bad"));
    await batch(input, "--out", out);
    const { code } = await batch(
      input,
      ...["--retry-failed", out, "--fail-fast", "--concurrency", "1"],
    );
    assertEquals(code, 10);
    assertEquals(numbersOf(await linesOfFile(out)), numbersTo(40));
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
    assertEquals((await batch(input, "--out", out, "--resume")).code, 0);
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
