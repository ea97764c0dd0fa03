/** `help` and `--help`, of the program and of each command. */

import { type Words, words } from "../i18n/words.ts";
import { SANDBOX_FAULTS } from "../sandbox/mod.ts";
import {
  COMMAND_NAMES,
  type CommandName,
  operandUsage,
  optionsOf,
  optionSpec,
  optionUsage,
  PROGRAM,
} from "./commands.ts";
import type { Context } from "./context.ts";
import { EXIT_CODES } from "./exit_codes.ts";
import { cell, type Output, type Row, writeRows } from "./output.ts";
import type { Args } from "./parse.ts";

type Help = Words["help"];

/** `help [COMMAND]` is `[COMMAND] --help`. */
export function run({ operands }: Args, context: Context): number {
  return showHelp(operands[0] as CommandName ?? null, context);
}

/** Shows the help of a command, or of the program. */
export function showHelp(
  command: CommandName | null,
  { out, language }: Context,
): number {
  const { help } = words(language);
  if (command === null) {
    showProgram(out, help);
    return EXIT_CODES.found;
  }
  const { summary, details, examples } = help.command[command];
  out.line(`${PROGRAM} ${command}: ${summary}`);
  showUsage(out, help, operandUsage(command));
  showOptions(out, help, command);
  if (details !== "") out.line(`\n${details}`);
  if (command === "sandbox") {
    const faults = SANDBOX_FAULTS.map(({ name, title }) => [
      cell(name, "cyan"),
      cell(title[language]),
    ]);
    out.line();
    writeRows(out, faults, "  ");
  }
  showExamples(out, help, examples);
  return EXIT_CODES.found;
}

function showProgram(out: Output, help: Help): void {
  const { heading, placeholder, command, variable, exit } = help;
  out.line(help.tagline);
  showUsage(out, help, placeholder.command);
  const commands = COMMAND_NAMES.map((name) => [
    cell(operandUsage(name), "cyan"),
    cell(command[name].summary),
  ]);
  section(out, heading.commands, commands);
  showOptions(out, help, null);
  const variables = Object.entries(variable).map(([name, does]) => [
    cell(name, "cyan"),
    cell(does),
  ]);
  section(out, heading.environment, variables);
  const exits = Object.entries(exit).map(([name, means]) => {
    const code = EXIT_CODES[name as keyof typeof EXIT_CODES];
    return [cell(String(code).padStart(3), "cyan"), cell(means)];
  });
  section(out, heading.exitCodes, exits);
  showExamples(out, help, help.examples);
  out.line();
  out.line(help.more(`${PROGRAM} ${placeholder.command} --help`));
}

function showUsage(out: Output, help: Help, rest: string): void {
  const { heading, placeholder } = help;
  const title = out.paint("bold", `${heading.usage}:`);
  out.line(`\n${title} ${PROGRAM} ${rest} ${placeholder.options}`);
}

function section(out: Output, title: string, rows: readonly Row[]): void {
  out.line(`\n${out.paint("bold", `${title}:`)}`);
  writeRows(out, rows, "  ");
}

function showOptions(
  out: Output,
  { heading, option, byDefault }: Help,
  command: CommandName | null,
): void {
  const rows = optionsOf(command).map((name) => {
    const spec = optionSpec(name);
    const short = spec.short === undefined ? "   " : `-${spec.short},`;
    const suffix = spec.default === undefined ? "" : byDefault(spec.default);
    return [
      cell(`${short} ${optionUsage(name)}`, "cyan"),
      cell(option[name] + suffix),
    ];
  });
  section(out, heading.options, rows);
}

function showExamples(
  out: Output,
  { heading }: Help,
  examples: Help["examples"],
): void {
  const rows = examples.flatMap(({ command, does }) => [
    [cell(`# ${does}`, "dim")],
    [cell(command)],
  ]);
  section(out, heading.examples, rows);
}
