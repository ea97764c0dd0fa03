import { assertEquals, assertMatch } from "@std/assert";
import { ENV, NET, run, SECRET } from "./run.ts";
import { startBench } from "./sandbox.ts";

const DEVICE = "LAEG4YJE1A/dev01";

Deno.test("the token comes from the environment", async () => {
  await using bench = await startBench();

  assertEquals((await bench.userInfo(DEVICE)).code, 0);
});

Deno.test("the token comes from stdin, with or without a line break", async () => {
  await using bench = await startBench();
  const env = { KUGOU_ACCESS_TOKEN: "wrong-token" };
  // The last is what some editors and chats put around it.
  for (const end of ["", "\n", "\r\n", "\u200b\u2060\n"]) {
    const stdin = `\ufeff${SECRET}${end}`;
    const { code } = await bench.userInfo(DEVICE, ["--token-stdin"], {
      env,
      stdin,
    });

    assertEquals(code, 0);
  }
});

Deno.test("the token comes from a file, which has to be allowed", async () => {
  await using bench = await startBench();
  const file = await Deno.makeTempFile();
  try {
    await Deno.writeTextFile(file, `${SECRET}\n`);
    const args = ["--token-file", file];
    const read = [NET, ENV, `--allow-read=${file}`];
    const env = { KUGOU_ACCESS_TOKEN: "wrong-token" };
    const allowed = await bench.userInfo(DEVICE, args, {
      permissions: read,
      env,
    });
    const refused = await bench.userInfo(DEVICE, args, { env });

    assertEquals(allowed.code, 0);
    assertEquals(refused.code, 9);
    assertMatch(refused.stderr, new RegExp(`deno run --allow-read=${file} …`));
  } finally {
    await Deno.remove(file);
  }
});

Deno.test("stdin goes before a file, a file before the environment", async () => {
  await using bench = await startBench();
  const args = ["--token-file", "no-such-file", "--token-stdin"];
  const { code } = await bench.userInfo(DEVICE, args, { stdin: SECRET });

  assertEquals(code, 0);
});

Deno.test("a token that can never be one is refused by the name of its source", async () => {
  const bad = ["", "two\nlines", "with space", "tökên", "\u0007"];
  for (const token of bad) {
    const env = { permissions: [ENV] };
    const inEnv = await run(["user-info", DEVICE], {
      ...env,
      env: { KUGOU_ACCESS_TOKEN: token },
    });
    const onStdin = await run(["user-info", DEVICE, "--token-stdin"], {
      ...env,
      stdin: token,
    });

    assertEquals([inEnv.code, onStdin.code], [2, 2], JSON.stringify(token));
    assertMatch(inEnv.stderr, /^✗ Cannot use KUGOU_ACCESS_TOKEN: /);
    assertMatch(onStdin.stderr, /^✗ Cannot use --token-stdin: /);
    if (token !== "") assertEquals(inEnv.stderr.includes(token), false);
  }
});

Deno.test("a token file with more than one line is refused", async () => {
  const file = await Deno.makeTempFile();
  try {
    await Deno.writeTextFile(file, `${SECRET}\n\n`);
    const { code, stderr } = await run(
      ["user-info", DEVICE, "--token-file", file],
      { permissions: [ENV, `--allow-read=${file}`] },
    );

    assertEquals(code, 2);
    assertMatch(
      stderr,
      /^✗ Cannot use --token-file: it contains a control character/,
    );
  } finally {
    await Deno.remove(file);
  }
});

Deno.test("a token file that is not there is bad input", async () => {
  const { code, stderr } = await run(
    ["user-info", DEVICE, "--token-file", "no-such-file"],
    { permissions: [ENV, "--allow-read"] },
  );

  assertEquals(code, 2);
  assertMatch(stderr, /^✗ Cannot use --token-file: the file does not exist/);
});

Deno.test("without a token and a terminal, it says where a token may come from", async () => {
  const { code, stderr } = await run(["user-info", DEVICE]);

  assertEquals(code, 2);
  assertMatch(stderr, /^✗ Cannot use KUGOU_ACCESS_TOKEN: there is none/);
  assertMatch(stderr, /--token-file FILE or --token-stdin; or --sandbox/);
});
