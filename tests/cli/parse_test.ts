import { assertEquals, assertThrows } from "@std/assert";
import { parseCommandLine } from "../../lib/cli/parse.ts";
import { KugouInputError } from "../../mod.ts";

function parse(...words: string[]) {
  const { command, args } = parseCommandLine(words);
  return {
    command,
    operands: args.operands,
    options: Object.fromEntries(args.options),
  };
}

function fieldOf(...words: string[]): string {
  return assertThrows(() => parseCommandLine(words), KugouInputError).field;
}

Deno.test("options stand before or after the words, with = or without", () => {
  const expected = {
    command: "user-info" as const,
    operands: ["a/b"],
    options: { timeout: "5s", json: "" },
  };

  assertEquals(
    parse("user-info", "a/b", "--timeout", "5s", "--json"),
    expected,
  );
  assertEquals(parse("--timeout=5s", "user-info", "--json", "a/b"), expected);
  assertEquals(
    parse("--timeout", "5s", "--json", "user-info", "a/b"),
    expected,
  );
});

Deno.test("words after -- are no options", () => {
  assertEquals(parse("user-info", "--", "--json").operands, ["--json"]);
  assertEquals(parse("--", "explain", "-x").operands, ["-x"]);
});

Deno.test("a word that looks like a number stays as it was typed", () => {
  assertEquals(parse("explain", "0200003").operands, ["0200003"]);
  assertEquals(parse("explain", "1e3").operands, ["1e3"]);
});

Deno.test("a word after a flag is not its value", () => {
  for (const word of ["true", "false", "1"]) {
    const { operands, options } = parse("explain", "--json", word);

    assertEquals([operands, options], [[word], { json: "" }]);
  }
});

Deno.test("a dash alone is a word, and a negative number a value", () => {
  assertEquals(parse("explain", "-").operands, ["-"]);
  assertEquals(
    parse("user-info", "a/b", "--retries", "-1").options,
    { retries: "-1" },
  );
});

Deno.test("a value may hold =, and begin with a dash after =", () => {
  const { options } = parse("user-info", "a/b", "--params=-{=}");

  assertEquals(options, { params: "-{=}" });
});

Deno.test("short forms are those of the table", () => {
  assertEquals(parse("-h").options, { help: "" });
  assertEquals(parse("-V").options, { version: "" });
  assertEquals(fieldOf("explain", "-hV"), "commandLine");
  assertEquals(fieldOf("explain", "-j"), "commandLine");
});

Deno.test("what objects inherit is no option and no command", () => {
  assertEquals(fieldOf("constructor"), "commandLine");
  assertEquals(fieldOf("explain", "--constructor"), "commandLine");
  assertEquals(fieldOf("explain", "--__proto__=1"), "commandLine");
});

Deno.test("a fault is told by what was typed", () => {
  assertEquals(fieldOf("user-info", "a/b", "--timeout"), "timeoutMs");
  assertEquals(fieldOf("user-info", "a/b", "--json=1"), "--json");
  assertEquals(fieldOf("user-info", "a/b", "--raw", "--raw"), "--raw");
  assertEquals(fieldOf("sandbox", "--envelope", "x"), "--envelope");
  assertEquals(fieldOf("user-info"), "deviceId");
  assertEquals(fieldOf("completions", "tcsh"), "SHELL");
  assertEquals(fieldOf("sandbox", "x"), "commandLine");
  assertEquals(fieldOf("--json"), "commandLine");
});
