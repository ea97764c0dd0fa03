import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { denoArgs, ENV, NET, SECRET } from "./run.ts";
import { startBench } from "./sandbox.ts";
import { hasTerminal, runOnTerminal, typeOnTerminal } from "./terminal.ts";

const DEVICE = "LAEG4YJE1A/dev01";
const PROMPT = "Access token (not shown): ";
const ignore = !hasTerminal;

Deno.test("on a terminal it asks for the token, and does not show it", {
  ignore,
}, async () => {
  await using bench = await startBench();
  const { code, text } = await runOnTerminal(
    ["user-info", DEVICE, "--endpoint", bench.endpoint],
    // Ctrl-U takes back all, backspace one.
    [[PROMPT, `wrong\x15${SECRET}y\x7f\r`]],
  );

  assertEquals(code, 0, text);
  assertStringIncludes(text, PROMPT);
  assertStringIncludes(text, "Sample User");
  assertEquals(text.includes(SECRET), false);
  assertEquals(text.includes("wrong"), false);
});

Deno.test("on a terminal it asks even where the environment must not be read", {
  ignore,
}, async () => {
  await using bench = await startBench();
  const { code, text } = await runOnTerminal(
    ["user-info", DEVICE, "--endpoint", bench.endpoint],
    [[PROMPT, `${SECRET}\n`]],
    { permissions: [NET] },
  );

  assertEquals(code, 0, text);
});

Deno.test("on a terminal --token-stdin asks too, as typing would be seen", {
  ignore,
}, async () => {
  await using bench = await startBench();
  const { code, text } = await runOnTerminal(
    ["user-info", DEVICE, "--endpoint", bench.endpoint, "--token-stdin"],
    [[PROMPT, `${SECRET}\r`]],
  );

  assertEquals(code, 0, text);
  assertEquals(text.includes(SECRET), false);
});

Deno.test(
  "no token is asked for while something else is wrong",
  { ignore },
  async () => {
    const { code, text } = await runOnTerminal(["user-info", "dev01"], []);

    assertEquals(code, 2);
    assertEquals(text.includes(PROMPT), false);
  },
);

Deno.test("Ctrl-C at the question ends with 130 and gives the terminal back", {
  ignore,
}, async () => {
  const { code, text } = await runOnTerminal(
    ["user-info", DEVICE, "--lang", "zh"],
    [["（输入不显示）：", "abc\x03"]],
  );

  assertEquals(code, 130);
  assertMatch(text, /：\n.*✗.* .*已中断/);
  assertEquals(text.includes("abc"), false);
});

Deno.test(
  "a signal at the question gives the terminal back, too",
  { ignore },
  async () => {
    const command = [Deno.execPath(), ...denoArgs(["user-info", DEVICE])];
    const script = `sh -c 'echo "PID $$."; exec "$@"' sh "$@"; echo "CODE $?."
stty -a`;
    const signals = [["SIGTERM", 143], ["SIGHUP", 129]] as const;
    for (const [signal, code] of signals) {
      const text = await typeOnTerminal(
        ["sh", "-c", script, "sh", ...command],
        [
          [
            PROMPT,
            (shown) => Deno.kill(Number(/PID (\d+)\./.exec(shown)![1]), signal),
          ],
        ],
      );

      assertStringIncludes(text, `CODE ${code}.`);
      assertMatch(text, / echo /);
    }
  },
);

Deno.test(
  "a dumb terminal gets neither colors nor cursor codes",
  { ignore },
  async () => {
    await using bench = await startBench();
    const env = { ...bench.env, TERM: "dumb" };
    const found = await runOnTerminal(["user-info", DEVICE], [], { env });
    const file = await Deno.makeTempFile({ suffix: ".ndjson" });
    await Deno.writeTextFile(file, `{"deviceId":"${DEVICE}"}\n`);
    const batch = await runOnTerminal(["batch", file, "--sandbox"], [], {
      env,
      permissions: [NET, ENV, `--allow-read=${file}`],
    });
    await Deno.remove(file);

    for (const { code, text } of [found, batch]) {
      assertEquals(code, 0, text);
      assertEquals(text.includes("\x1b"), false, text);
    }
  },
);

Deno.test(
  "an empty answer to the question is refused",
  { ignore },
  async () => {
    const { code, text } = await runOnTerminal(
      ["user-info", DEVICE],
      [[PROMPT, "\r"]],
      { env: { NO_COLOR: "1" } },
    );

    assertEquals(code, 2);
    assertMatch(text, /\n✗ Cannot use the access token: it is empty\n/);
  },
);

Deno.test("colors stand on a terminal only, and NO_COLOR takes them away", {
  ignore,
}, async () => {
  await using bench = await startBench();
  const { env } = bench;
  const args = ["user-info", DEVICE];
  const colored = await runOnTerminal(args, [], { env });
  const plain = await runOnTerminal(args, [], {
    env: { ...env, NO_COLOR: "1" },
  });
  const piped = await bench.userInfo(DEVICE);
  const forced = await bench.userInfo(DEVICE, [], {
    env: { FORCE_COLOR: "1", NO_COLOR: "1" },
  });
  const refused = await bench.userInfo(DEVICE, [], {
    env: { FORCE_COLOR: "0" },
  });

  assertStringIncludes(colored.text, "\x1b[32m✓ active\x1b[0m");
  assertStringIncludes(forced.stdout, "\x1b[32m✓ active\x1b[0m");
  for (const text of [plain.text, piped.stdout, refused.stdout]) {
    assertEquals(text.includes("\x1b"), false);
    assertStringIncludes(text, "✓ active");
  }
});

Deno.test("JSON is laid out for a terminal", { ignore }, async () => {
  await using bench = await startBench();
  const { text } = await runOnTerminal(["user-info", DEVICE, "--raw"], [], {
    env: bench.env,
    permissions: [NET, ENV],
  });

  assertMatch(text, /^\{\n {2}"userid": "1000000001",\n/);
});
