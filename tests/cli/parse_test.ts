import { assertEquals, assertInstanceOf, assertRejects } from "@std/assert";
import { parseCommandLine, UsageError } from "../../lib/cli/parse.ts";

async function parse(...words: string[]) {
  const { command, args } = await parseCommandLine(words);
  return {
    command,
    operands: args.operands,
    options: Object.fromEntries(args.options),
  };
}

async function subjectOf(...words: string[]): Promise<string | null> {
  const error = await assertRejects(() => parseCommandLine(words), UsageError);
  assertInstanceOf(error, UsageError);
  return error.subject;
}

Deno.test("options stand before or after the words, with = or without", async () => {
  const expected = {
    command: "user-info" as const,
    operands: ["a/b"],
    options: { timeout: "5s", json: "" },
  };

  assertEquals(
    await parse("user-info", "a/b", "--timeout", "5s", "--json"),
    expected,
  );
  assertEquals(
    await parse("--timeout=5s", "user-info", "--json", "a/b"),
    expected,
  );
  assertEquals(
    await parse("--timeout", "5s", "--json", "user-info", "a/b"),
    expected,
  );
});

Deno.test("words after -- are no options", async () => {
  assertEquals((await parse("user-info", "--", "--json")).operands, ["--json"]);
  assertEquals((await parse("--", "explain", "-x")).operands, ["-x"]);
});

Deno.test("a word that looks like a number stays as it was typed", async () => {
  assertEquals((await parse("explain", "0200003")).operands, ["0200003"]);
  assertEquals((await parse("explain", "1e3")).operands, ["1e3"]);
});

Deno.test("a dash alone is a word, and a negative number a value", async () => {
  assertEquals((await parse("explain", "-")).operands, ["-"]);
  assertEquals(
    (await parse("user-info", "a/b", "--retries", "-1")).options,
    { retries: "-1" },
  );
});

Deno.test("a value may hold =, and begin with a dash after =", async () => {
  const { options } = await parse("user-info", "a/b", "--params=-{=}");

  assertEquals(options, { params: "-{=}" });
});

Deno.test("short forms are those of the table", async () => {
  assertEquals((await parse("-h")).options, { help: "" });
  assertEquals((await parse("-V")).options, { version: "" });
  assertEquals(await subjectOf("explain", "-hV"), null);
  assertEquals(await subjectOf("explain", "-j"), null);
});

Deno.test("what objects inherit is no option and no command", async () => {
  assertEquals(await subjectOf("constructor"), null);
  assertEquals(await subjectOf("explain", "--constructor"), null);
  assertEquals(await subjectOf("explain", "--__proto__=1"), null);
});

Deno.test("a fault is told by what was typed", async () => {
  assertEquals(await subjectOf("user-info", "a/b", "--timeout"), "--timeout");
  assertEquals(await subjectOf("user-info", "a/b", "--json=1"), "--json");
  assertEquals(await subjectOf("user-info", "a/b", "--raw", "--raw"), "--raw");
  assertEquals(await subjectOf("sandbox", "--envelope", "x"), "--envelope");
  assertEquals(await subjectOf("user-info"), "DEVICE_ID");
  assertEquals(await subjectOf("completions", "tcsh"), "SHELL");
  assertEquals(await subjectOf("sandbox", "x"), null);
  assertEquals(await subjectOf("--json"), null);
});
