/**
 * Completions for fish.
 *
 * @module
 */

import { PROGRAM } from "./commands.ts";
import type { CommandChoice, OptionChoice } from "./completions.ts";

/**
 * Writes the completions for fish.
 *
 * @param commands Everything that can be completed.
 * @returns The script.
 */
export function writeFish(commands: readonly CommandChoice[]): string {
  return [
    `complete -c ${PROGRAM} -f`,
    ...commands.flatMap((command) => [
      ...commandLines(command),
      ...command.options.map((option) => optionLine(command, option)),
    ]),
    "",
  ].join("\n");
}

function commandLines({ name, does, operands }: CommandChoice): string[] {
  if (name === "") return [];
  const lines = [line("__fish_use_subcommand", `-a ${name}`, does)];
  if (operands.length === 0) return lines;
  return [...lines, line(seen(name), `-a ${quote(operands.join(" "))}`, "")];
}

function optionLine(
  { name: command }: CommandChoice,
  { name, does, spec }: OptionChoice,
): string {
  const condition = command === "" ? "__fish_use_subcommand" : seen(command);
  const short = spec.short === undefined ? "" : ` -s ${spec.short}`;
  return line(condition, `-l ${name}${short}${valueOf(spec)}`, does);
}

function valueOf(spec: OptionChoice["spec"]): string {
  if (spec.value === undefined) return "";
  if (spec.isFile) return " -r -F";
  if (spec.choices === undefined) return " -x";
  return ` -x -a ${quote(spec.choices.join(" "))}`;
}

function line(condition: string, what: string, does: string): string {
  const description = does === "" ? "" : ` -d ${quote(does)}`;
  return `complete -c ${PROGRAM} -n ${quote(condition)} ${what}${description}`;
}

function seen(command: string): string {
  return `__fish_seen_subcommand_from ${command}`;
}

function quote(word: string): string {
  return `'${word.replace(/[\\']/g, "\\$&")}'`;
}
