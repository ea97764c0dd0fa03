/**
 * Turns what is wrong with a command line into an error that helps.
 *
 * @module
 */

import {
  type CommandName,
  COMMANDS,
  commandSpec,
  isOptionName,
  operandUsage,
  optionsOf,
  optionSpec,
  PROGRAM,
  VALUE_EXAMPLES,
} from "./commands.ts";
import { type Fault, UsageError } from "./parse.ts";
import { suggest } from "./suggest.ts";

/** Names that people try for the option that must not exist. */
const TOKEN_OPTIONS = /^--?(?:access[-_]?)?token$/i;

/** A word that is no secret: those have digits, or are longer. */
const SHOWABLE = /^-{0,2}[a-z][a-z-]{0,23}$/i;

/**
 * Makes the error for something that is wrong.
 *
 * @param command The command that was given, if any.
 * @param fault What is wrong.
 * @returns The error.
 */
export function problemOf(
  command: CommandName | null,
  { kind, word }: Fault,
): UsageError {
  const usage = command === null ? "" : operandUsage(command);
  const operand = command === null ? undefined : commandSpec(command).operand;
  const operandLabel = operand?.name ?? null;
  const example = usageExample(command);
  switch (kind) {
    case "noCommand":
      return new UsageError(null, (it) => it.noCommand(commandNames()));
    case "unknownCommand":
      return unknownCommand(word);
    case "unknownOption":
      return unknownOption(command, word);
    case "noValue":
      return noValue(word);
    case "valueRefused":
      return new UsageError(word, (it) => it.valueRefused(word));
    case "repeated":
      return new UsageError(word, (it) => it.repeated);
    case "notAChoice":
      return new UsageError(word, (it) => it.notAChoice(choicesOf(word)));
    case "operandMissing":
      return new UsageError(
        operandLabel,
        (it) => it.operandMissing(usage, example),
      );
    case "operandNotAChoice": {
      const choices = operand?.choices ?? [];
      const suggestion = suggest(word, choices);
      return new UsageError(
        operandLabel,
        (it) => it.notAChoice(choices),
        suggestion,
      );
    }
    case "operandsTooMany":
      return new UsageError(null, (it) => it.operandsTooMany(usage, example));
  }
}

function commandNames(): string[] {
  return Object.keys(COMMANDS);
}

function usageExample(command: CommandName | null): string {
  if (command === null) return PROGRAM;
  const { operand } = commandSpec(command);
  return [PROGRAM, command, operand?.example ?? ""].join(" ").trim();
}

function unknownCommand(word: string): UsageError {
  const names = commandNames();
  const suggestion = suggest(word, names);
  const shown = SHOWABLE.test(word) ? word : null;
  return new UsageError(
    null,
    (it) => it.unknownCommand(shown, names),
    suggestion,
  );
}

function unknownOption(command: CommandName | null, word: string): UsageError {
  const [typed = ""] = word.split("=");
  if (TOKEN_OPTIONS.test(typed)) {
    return new UsageError(typed, (it) => it.tokenInArguments);
  }
  const name = suggest(typed.replace(/^-+/, ""), optionsOf(command));
  const suggestion = name === null ? null : `--${name}`;
  const shown = SHOWABLE.test(typed) ? typed : null;
  const help = [PROGRAM, command ?? "", "--help"].filter(Boolean).join(" ");
  return new UsageError(
    null,
    (it) => it.unknownOption(shown, help),
    suggestion,
  );
}

function noValue(word: string): UsageError {
  const name = word.slice(2);
  const spec = isOptionName(name) ? optionSpec(name) : {};
  const value = spec.value ?? "";
  const example = `${word}=${spec.choices?.[0] ?? VALUE_EXAMPLES[value] ?? ""}`;
  return new UsageError(word, (it) => it.noValue(value, example));
}

function choicesOf(word: string): readonly string[] {
  const name = word.slice(2);
  return isOptionName(name) ? optionSpec(name).choices ?? [] : [];
}
