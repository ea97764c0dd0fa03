/**
 * From the words of a command line to a command and its options.
 *
 * Deno std's `parseArgs` is not used: it reads `--json=no` as `--json` and
 * `--retries -1` as two options, keeps the last of what is repeated, and takes
 * a millisecond at each start. Here the table says what is right, and nothing
 * else is.
 *
 * @module
 */

import type { UsageProblem, UsageWords } from "../i18n/words_failure.ts";
import {
  type CommandName,
  commandSpec,
  isCommandName,
  isOptionName,
  type OptionName,
  optionsOf,
  optionSpec,
} from "./commands.ts";

/** What a command is given. */
export interface Args {
  /** The words that belong to no option. */
  readonly operands: readonly string[];
  /** The options that stand there, each with its value; `""` for a flag. */
  readonly options: ReadonlyMap<OptionName, string>;
}

/** A command line that was understood. */
export interface CommandLine {
  /** The command, or `null` where none is needed, as for `--version`. */
  readonly command: CommandName | null;
  /** What it is given. */
  readonly args: Args;
}

/** Something on a command line that cannot be right. */
export interface Fault {
  /** What is wrong. */
  readonly kind:
    | "unknownCommand"
    | "noCommand"
    | "unknownOption"
    | "noValue"
    | "valueRefused"
    | "repeated"
    | "notAChoice"
    | "operandMissing"
    | "operandNotAChoice"
    | "operandsTooMany";
  /** The word that it is about, without the value of an option. */
  readonly word: string;
}

/**
 * Reads a command line.
 *
 * @param words The words after the program's name.
 * @returns The command and what it is given.
 * @throws {UsageError} If they cannot be obeyed.
 */
export async function parseCommandLine(
  words: readonly string[],
): Promise<CommandLine> {
  const { operands: [name, ...operands], options, faults } = readWords(words);
  const command = name !== undefined && isCommandName(name) ? name : null;
  const args = { operands, options };
  const isStranger = name !== undefined && command === null;
  // Somebody who asks for help is helped, whatever else is wrong.
  const isHelp = options.has("help") || options.has("version");
  const fault = isStranger
    ? { kind: "unknownCommand", word: name } as const
    : isHelp
    ? undefined
    : faults[0] ?? faultOfOptions(command, options) ??
      faultOfOperands(command, operands);
  if (fault === undefined) return { command, args };
  throw (await import("./parse_problem.ts")).problemOf(command, fault);
}

/** Sorts the words; whether they suit the command is looked at later. */
function readWords(words: readonly string[]) {
  const operands: string[] = [];
  const options = new Map<OptionName, string>();
  const faults: Fault[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (word === "--") {
      operands.push(...words.slice(at + 1));
      break;
    }
    if (word === "-" || !word.startsWith("-")) {
      operands.push(word);
      continue;
    }
    const { typed, name, assigned } = splitOption(word);
    const takesValue = name !== null && optionSpec(name).value !== undefined;
    const isNext = takesValue && assigned === null && isValue(words[at + 1]);
    if (isNext) at++;
    const value = assigned ?? (isNext ? words[at]! : "");
    const kind = faultOfOption(name, takesValue, assigned, value, options);
    if (kind !== null) faults.push({ kind, word: typed });
    if (name !== null) options.set(name, value);
  }
  return { operands, options, faults };
}

/** `--name=value` → `--name`, `name`, `value`; `-h` → `-h`, `help`, `null`. */
function splitOption(word: string) {
  const equals = word.indexOf("=");
  const typed = equals < 0 ? word : word.slice(0, equals);
  const assigned = equals < 0 ? null : word.slice(equals + 1);
  return { typed, name: nameOf(typed), assigned };
}

function nameOf(typed: string): OptionName | null {
  if (typed === "-h") return "help";
  if (typed === "-V") return "version";
  const name = typed.slice(2);
  return typed.startsWith("--") && isOptionName(name) ? name : null;
}

/** `-5s` is a wrong value and no option; `--json` is no value. */
function isValue(word: string | undefined): word is string {
  return word !== undefined && !/^-[^\d]/.test(word);
}

function faultOfOption(
  name: OptionName | null,
  takesValue: boolean,
  assigned: string | null,
  value: string,
  options: Args["options"],
): Fault["kind"] | null {
  if (name === null) return "unknownOption";
  if (!takesValue && assigned !== null) return "valueRefused";
  if (takesValue && value === "") return "noValue";
  if (options.has(name)) return "repeated";
  const { choices } = optionSpec(name);
  return choices && !choices.includes(value) ? "notAChoice" : null;
}

/** An option of another command is as unknown as one of none. */
function faultOfOptions(
  command: CommandName | null,
  options: Args["options"],
): Fault | undefined {
  const own = optionsOf(command);
  for (const name of options.keys()) {
    if (!own.includes(name)) {
      return { kind: "unknownOption", word: `--${name}` };
    }
  }
  return undefined;
}

function faultOfOperands(
  command: CommandName | null,
  [first, second]: readonly string[],
): Fault | undefined {
  if (command === null) return { kind: "noCommand", word: "" };
  const { operand } = commandSpec(command);
  if (first === undefined) {
    return operand?.isRequired
      ? { kind: "operandMissing", word: "" }
      : undefined;
  }
  if (operand === undefined || second !== undefined) {
    return { kind: "operandsTooMany", word: "" };
  }
  return operand.choices && !operand.choices.includes(first)
    ? { kind: "operandNotAChoice", word: first }
    : undefined;
}

/**
 * Something on the command line can never be right; nothing was done.
 *
 * It holds no words, only which ones to say: they are loaded when somebody is
 * about to read them. Values are never quoted, as they may be secret.
 */
export class UsageError extends Error {
  /** For `switch` and for JSON, as in the client's errors. */
  readonly kind = "input";
  /** What is wrong, as it was typed; `null` for the command line as a whole. */
  readonly subject: string | null;
  /** Finds the words for it. */
  readonly problem: (words: UsageWords) => UsageProblem;
  /** What was probably meant, or `null`. */
  readonly suggestion: string | null;

  /**
   * Makes the error.
   *
   * @param subject What is wrong, as it was typed.
   * @param problem Finds the words for it.
   * @param suggestion What was probably meant.
   */
  constructor(
    subject: string | null,
    problem: (words: UsageWords) => UsageProblem,
    suggestion: string | null = null,
  ) {
    super(`Cannot use ${subject ?? "the command line"}`);
    this.subject = subject;
    this.problem = problem;
    this.suggestion = suggestion;
  }
}
