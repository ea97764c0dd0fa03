/**
 * `--help`, for the program and for each command, and `--version`.
 *
 * @module
 */

import { loadWords } from "../i18n/load.ts";
import type { Language } from "../i18n/words.ts";
import type { Example, HelpWords } from "../i18n/words_help.ts";
import type { App } from "./app.ts";
import {
  type CommandName,
  COMMANDS,
  operandUsage,
  type OptionName,
  optionsOf,
  optionSpec,
  optionUsage,
  PROGRAM,
} from "./commands.ts";
import { EXIT_CODES, type ExitName } from "./exit_codes.ts";
import { cell, type Output, type Row, writeRows } from "./output.ts";

/**
 * Shows the help of a command, or of the program.
 *
 * @param command The command, or `null` for the program.
 * @param app Where to write, and in which language.
 * @returns The exit code.
 */
export async function showHelp(
  command: CommandName | null,
  { out, language }: App,
): Promise<number> {
  const words = await loadWords("help", language);
  await out.together(() =>
    command === null
      ? showProgram(out, words)
      : showCommand(out, words, command, language)
  );
  return 0;
}

async function showProgram(out: Output, words: HelpWords): Promise<void> {
  const { heading, placeholder, command, variable, exit } = words;
  out.line(words.tagline);
  usage(out, words, placeholder.command);
  await section(
    out,
    heading.commands,
    names(COMMANDS).map((name) => [
      cell(operandUsage(name), "cyan"),
      cell(command[name].summary),
    ]),
  );
  await options(out, words, null);
  await section(
    out,
    heading.environment,
    names(variable).map((name) => [cell(name, "cyan"), cell(variable[name])]),
  );
  await section(
    out,
    heading.exitCodes,
    names(EXIT_CODES).map((name: ExitName) => [
      cell(String(EXIT_CODES[name]).padStart(3), "cyan"),
      cell(exit[name]),
    ]),
  );
  await examples(out, words, words.examples);
  out.line();
  out.line(words.more(`${PROGRAM} ${placeholder.command} --help`));
}

async function showCommand(
  out: Output,
  words: HelpWords,
  name: CommandName,
  language: Language,
): Promise<void> {
  const { summary, details, examples: samples } = words.command[name];
  out.line(`${PROGRAM} ${name}: ${summary}`);
  usage(out, words, operandUsage(name));
  await options(out, words, name);
  if (details !== "") out.line(`\n${details}`);
  if (name === "sandbox") {
    const { showFaults } = await import("./sandbox_voice.ts");
    await showFaults(out, language);
  }
  await examples(out, words, samples);
}

function usage(out: Output, words: HelpWords, rest: string): void {
  const { heading, placeholder } = words;
  const title = out.paint("bold", `${heading.usage}:`);
  out.line();
  out.line(`${title} ${PROGRAM} ${rest} ${placeholder.options}`);
}

async function section(
  out: Output,
  title: string,
  rows: readonly Row[],
): Promise<void> {
  out.line();
  out.line(out.paint("bold", `${title}:`));
  await writeRows(out, rows, "  ");
}

async function options(
  out: Output,
  words: HelpWords,
  command: CommandName | null,
): Promise<void> {
  const rows = optionsOf(command).map((name) => optionRow(words, name));
  await section(out, words.heading.options, rows);
}

function optionRow({ option, byDefault }: HelpWords, name: OptionName): Row {
  const spec = optionSpec(name);
  const short = spec.short === undefined ? "   " : `-${spec.short},`;
  const suffix = spec.default === undefined ? "" : byDefault(spec.default);
  return [
    cell(`${short} ${optionUsage(name, spec)}`, "cyan"),
    cell(option[name] + suffix),
  ];
}

async function examples(
  out: Output,
  { heading }: HelpWords,
  samples: readonly Example[],
): Promise<void> {
  const rows = samples.flatMap(({ command, does }) => [
    [cell(`# ${does}`, "dim")],
    [cell(command)],
  ]);
  await section(out, heading.examples, rows);
}

function names<Name extends string>(table: Readonly<Record<Name, unknown>>) {
  return Object.keys(table) as Name[];
}

/**
 * Prints the version.
 *
 * @param app Where to.
 * @returns The exit code.
 */
export async function showVersion({ out }: App): Promise<number> {
  const { default: config } = await import("../../deno.json", {
    with: { type: "json" },
  });
  out.line(`${PROGRAM} ${config.version}`);
  return 0;
}
