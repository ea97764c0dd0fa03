/**
 * `completions`: prints the completions for a shell.
 *
 * @module
 */

import { loadWords } from "../i18n/load.ts";
import type { App } from "./app.ts";
import {
  type CommandName,
  COMMANDS,
  commandSpec,
  optionsOf,
  type OptionSpec,
  optionSpec,
} from "./commands.ts";
import { EXIT_CODES } from "./exit_codes.ts";
import type { Args } from "./parse.ts";

/** An option, with what a shell can show about it. */
export interface OptionChoice {
  /** Its name, without dashes. */
  readonly name: string;
  /** What it does. */
  readonly does: string;
  /** Its entry in the table. */
  readonly spec: OptionSpec;
}

/** A command, with what a shell can show about it. */
export interface CommandChoice {
  /** Its name; `""` for what may stand without a command. */
  readonly name: string;
  /** What it does. */
  readonly does: string;
  /** The words that it takes, as far as they are known. */
  readonly operands: readonly string[];
  /** Its options. */
  readonly options: readonly OptionChoice[];
}

/** Writes the completions for one shell. */
export type Writer = (commands: readonly CommandChoice[]) => string;

const WRITERS: Readonly<Record<string, () => Promise<Writer>>> = {
  bash: async () => (await import("./completions_bash.ts")).writeBash,
  zsh: async () => (await import("./completions_zsh.ts")).writeZsh,
  fish: async () => (await import("./completions_fish.ts")).writeFish,
};

/**
 * Runs the command.
 *
 * @param args What it is given.
 * @param app Where to write, and in which language.
 * @returns The exit code.
 */
export async function run(args: Args, app: App): Promise<number> {
  const [shell = ""] = args.operands;
  const write = await WRITERS[shell]!();
  app.out.write(write(await listChoices(app)));
  return EXIT_CODES.found;
}

/** Everything that can be completed, from the tables that parsing uses. */
async function listChoices({ language }: App): Promise<CommandChoice[]> {
  const { command, option } = await loadWords("help", language);
  const choices = (name: CommandName | null) =>
    optionsOf(name).map((name) => ({
      name,
      does: option[name],
      spec: optionSpec(name),
    }));
  const names = Object.keys(COMMANDS) as CommandName[];
  const { KUGOU_ERROR_CODES } = await import("../client/error_codes.ts");
  const operands = (name: CommandName) =>
    name === "explain"
      ? Object.keys(KUGOU_ERROR_CODES)
      : commandSpec(name).operand?.choices ?? [];
  return [
    { name: "", does: "", operands: [], options: choices(null) },
    ...names.map((name) => ({
      name,
      does: command[name].summary,
      operands: operands(name),
      options: choices(name),
    })),
  ];
}
