/** `completions` prints a script for a shell; it asks `__complete` what to offer. */

import { KUGOU_ERROR_CODES } from "../../mod.ts";
import { words } from "../i18n/words.ts";
import {
  COMMAND_NAMES,
  type CommandName,
  commandSpec,
  isCommandName,
  isOptionName,
  type OptionName,
  optionsOf,
  optionSpec,
} from "./commands.ts";
import type { Context } from "./context.ts";
import { EXIT_CODES } from "./exit_codes.ts";
import type { Args } from "./parse.ts";
import { SCRIPTS } from "./shells.ts";

export function run({ operands }: Args, { out }: Context): number {
  out.write(SCRIPTS[operands[0] as keyof typeof SCRIPTS]);
  return EXIT_CODES.found;
}

/** Tells a script that the shell itself offers the names of files. */
const FILES = ":files";

/** Prints what the last word may become: each a line, a tab, what it does. */
export function complete(typed: readonly string[], context: Context): number {
  const last = typed.at(-1) ?? "";
  const before = typed.slice(0, -1);
  const command = before.find(isCommandName) ?? null;
  const { option, value } = optionBefore(before.at(-1) ?? "", last);
  const offers = option === null
    ? offersFor(command, last, context)
    : valuesOf(option);
  if (offers === FILES) context.out.line(FILES);
  else {
    for (const [word, does] of offers) {
      if (word.startsWith(value)) context.out.line(`${word}\t${does}`);
    }
  }
  return EXIT_CODES.found;
}

type Offers = typeof FILES | readonly (readonly [word: string, does: string])[];

/** The option whose value is typed, as `--option=value` or as two words. */
function optionBefore(before: string, last: string) {
  const [, assigned = "", value = ""] = /^--([^=]+)=(.*)$/s.exec(last) ?? [];
  if (isOptionName(assigned)) return { option: assigned, value };
  const name = before.replace(/^--/, "");
  const isOption = before.startsWith("--") && isOptionName(name) &&
    optionSpec(name).value !== undefined;
  return { option: isOption ? name : null, value: last };
}

function valuesOf(name: OptionName): Offers {
  const { choices = [], isFile } = optionSpec(name);
  return isFile ? FILES : choices.map((choice) => [choice, ""] as const);
}

function offersFor(
  command: CommandName | null,
  last: string,
  { language }: Context,
): Offers {
  const { help } = words(language);
  const options = optionsOf(command).map((name) =>
    [`--${name}`, help.option[name]] as const
  );
  if (last.startsWith("-")) return options;
  if (command === null) {
    const commands = COMMAND_NAMES.map((name) =>
      [name, help.command[name].summary] as const
    );
    return [...commands, ...options];
  }
  const { operand } = commandSpec(command);
  if (operand?.isFile) return FILES;
  const codes = Object.entries(KUGOU_ERROR_CODES).map(([code, { meaning }]) =>
    [code, meaning[language]] as const
  );
  const choices = operand?.choices?.map((choice) => [choice, ""] as const);
  return [...command === "explain" ? codes : choices ?? [], ...options];
}
