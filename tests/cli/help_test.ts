import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { unicodeWidth } from "@std/cli/unicode-width";
import config from "../../deno.json" with { type: "json" };
import {
  COMMAND_NAMES as NAMES,
  OPTIONS,
  optionsOf,
} from "../../lib/cli/commands.ts";
import { EXIT_CODES } from "../../lib/cli/exit_codes.ts";
import { parseCommandLine } from "../../lib/cli/parse.ts";
import { help as en } from "../../lib/i18n/en/help.ts";
import { help as zh } from "../../lib/i18n/zh/help.ts";
import { runHere } from "./run.ts";

Deno.test("--help lists every command and every exit code", async () => {
  const { code, stdout, stderr } = await runHere(["--help"]);
  const short = await runHere(["-h", "--lang=en"]);

  assertEquals([code, stderr], [0, ""]);
  assertEquals(short.stdout, stdout);
  for (const name of NAMES) {
    assertMatch(stdout, new RegExp(`^  ${name}\\b`, "m"));
  }
  for (const exit of Object.values(EXIT_CODES)) {
    assertMatch(stdout, new RegExp(`^ +${exit}  \\S`, "m"));
  }
});

Deno.test("--help of each command has its options and examples, in both languages", async () => {
  for (const name of NAMES) {
    for (const lang of ["en", "zh"]) {
      const { code, stdout } = await runHere([
        name,
        "--help",
        `--lang=${lang}`,
      ]);

      assertEquals(code, 0);
      assertEquals(stdout.includes("undefined"), false);
      for (const option of optionsOf(name)) {
        assertMatch(stdout, new RegExp(`^ .* --${option}\\b`, "m"));
      }
      assertMatch(stdout, /^ {2}# .+\n {2}\S/m);
      assertAligned(stdout);
    }
  }
});

/** What the options do begins in one column, however wide the characters. */
function assertAligned(help: string): void {
  const starts = help.split("\n")
    .flatMap((line) =>
      /^( +(?:-\w,)? +--\S+(?: \S+)?) {2,}(?=\S)/.exec(line)?.[0] ?? []
    )
    .map((before) => unicodeWidth(before));
  assertEquals(new Set(starts).size, 1);
}

Deno.test("help is --help, of the program or of a command", async () => {
  for (const command of [[], ["batch"], ["help"]]) {
    const asked = await runHere(["help", ...command]);
    const option = await runHere([...command, "--help"]);

    assertEquals([asked.code, asked.stderr], [0, ""]);
    assertEquals(asked.stdout, option.stdout);
  }
  assertEquals((await runHere(["help", "nothing"])).code, 2);
});

Deno.test("--help helps even where the rest of the command line is wrong", async () => {
  const { code, stdout } = await runHere(["user-info", "--no-such", "--help"]);

  assertEquals(code, 0);
  assertStringIncludes(
    stdout,
    "Usage: kugou-iot user-info DEVICE_ID [OPTIONS]",
  );
});

Deno.test("--version is the package's, alone or after a command", async () => {
  const expected = `kugou-iot ${config.version}\n`;

  assertEquals((await runHere(["--version"])).stdout, expected);
  assertEquals((await runHere(["user-info", "-V"])).stdout, expected);
});

Deno.test("no command at all is refused with what there is", async () => {
  const { code, stdout, stderr } = await runHere([]);

  assertEquals([code, stdout], [2, ""]);
  assertMatch(stderr, /^✗ Cannot read the command line: no command is given\n/);
  for (const name of NAMES) assertStringIncludes(stderr, name);
});

Deno.test("every example is a command line that is understood", () => {
  for (const words of [en, zh]) {
    const samples = [
      ...words.examples,
      ...Object.values(words.command).flatMap(({ examples }) => examples),
    ];
    for (const { command } of samples) {
      // Without what the shell keeps for itself.
      const line = command.replace(/.*?kugou-iot /, "")
        .replace(/[)"]*$| *\d?[<>|;&].*/, "");
      const { command: name } = parseCommandLine(line.trim().split(/\s+/));

      assert(name !== null, command);
    }
  }
});

Deno.test("every option belongs to a command and has its words in both languages", () => {
  const used = new Set(NAMES.flatMap(optionsOf));

  assertEquals(used, new Set(Object.keys(OPTIONS)) as typeof used);
  for (const words of [en, zh]) {
    assertEquals(Object.keys(words.option).sort(), Object.keys(OPTIONS).sort());
    assertEquals(Object.keys(words.command).sort(), [...NAMES].sort());
    assertEquals(
      Object.keys(words.exit).sort(),
      Object.keys(EXIT_CODES).sort(),
    );
  }
});
