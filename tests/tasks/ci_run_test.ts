import { assertEquals, assertNotEquals } from "@std/assert";

const CI_RUN = `${import.meta.dirname}/../../.ci/run`;

/** Runs .ci/run on a Deno that says these words and ends with this status. */
async function run(words: string, status: number) {
  const directory = await Deno.makeTempDir();
  try {
    const stub = `#!/bin/sh
if [ "$1" = --version ]; then echo "deno 2.9.0 (stub)"; exit; fi
if [ "$*" != "task ok" ]; then exit 99; fi
printf '${words}'
exit ${status}
`;
    await Deno.writeTextFile(`${directory}/deno`, stub, { mode: 0o755 });
    // Found, so that it is not installed.
    const browser = `${directory}/chromium`;
    await Deno.writeTextFile(browser, "#!/bin/sh\n", { mode: 0o755 });
    const { code, stdout } = await new Deno.Command(CI_RUN, {
      env: { PATH: `${directory}:${Deno.env.get("PATH")}` },
      stdin: "null",
    }).output();
    const lines = new TextDecoder().decode(stdout).split("\n");
    return { code, last: lines.at(-2), end: lines.at(-1) };
  } finally {
    await Deno.remove(directory, { recursive: true });
  }
}

const ignore = Deno.build.os === "windows";

Deno.test(".ci/run ends with a count of the tests", { ignore }, async () => {
  assertEquals(
    await run("ok | 3 passed (2 steps) | 0 failed (1s)\\nmore\\n", 0),
    { code: 0, last: "3 passed, 0 failed", end: "" },
  );
});

Deno.test(
  ".ci/run reads the count through colors and steps",
  { ignore },
  async () => {
    const summary = "\\033[0m\\033[31mFAILED\\033[0m | 206 passed (26 steps) " +
      "| 11 failed (3 steps) | 2 ignored \\033[38;5;245m(13s)\\033[0m\\n";
    assertEquals(
      await run(`ok | 1 passed | 0 failed (1s)\\n${summary}`, 1),
      { code: 1, last: "206 passed, 11 failed", end: "" },
    );
  },
);

Deno.test(
  ".ci/run fails with its task although all tests passed",
  { ignore },
  async () => {
    const { code, last } = await run("ok | 3 passed | 0 failed (1s)\\n", 7);
    assertEquals([code, last], [7, "3 passed, 0 failed"]);
  },
);

Deno.test(".ci/run fails when no test ran", { ignore }, async () => {
  const { code, last } = await run("nothing of note\\n", 0);
  assertNotEquals(code, 0);
  assertEquals(last, "0 passed, 0 failed");
});
