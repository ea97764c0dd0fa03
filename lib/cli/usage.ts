/**
 * How the program, its commands and their values are written.
 *
 * @module
 */

import { type CommandName, commandSpec } from "./commands.ts";
import type { OptionSpec } from "./options.ts";

/** What the program is called where it is installed. */
export const PROGRAM = "kugou-iot";

/** A value that would be right, by what stands for it in help. */
export const VALUE_EXAMPLES: Readonly<Record<string, string>> = {
  "DURATION": "10s",
  "FILE": "token.txt",
  "FORMAT": "csv",
  "I/N": "0/4",
  "JSON|@FILE": "@params.json",
  "LIST": "503:0.1,reset:0.05",
  "N": "3",
  "URL": "https://iot.cloud.tencent.com/api/exploreropen/tokenapi",
  "UUID": "01926f9c-8a40-7c7e-b1d2-3f4a5b6c7d8e",
};

/**
 * Writes a command with the word that it takes.
 *
 * @param name The command.
 * @returns Such as `explain [CODE]`.
 */
export function operandUsage(name: CommandName): string {
  const { operand } = commandSpec(name);
  if (operand === undefined) return name;
  const word = operand.choices?.join("|") ?? operand.name;
  return `${name} ${operand.isRequired ? word : `[${word}]`}`;
}

/**
 * Writes an option with what stands for its value.
 *
 * @param name The name of the option.
 * @param spec Its entry in the table.
 * @returns Such as `--lang en|zh`.
 */
export function optionUsage(name: string, spec: OptionSpec): string {
  const value = spec.choices?.join("|") ?? spec.value;
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}
