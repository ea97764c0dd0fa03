/** From the words of a command line to a command and its options. */

import { parseArgs, type ParseOptions } from "@std/cli/parse-args";
import { KugouInputError } from "../../mod.ts";
import { badInput, inputProblem, type InputWords } from "../i18n/bad_input.ts";
import type { Words } from "../i18n/words.ts";
import {
  COMMAND_LINE,
  COMMAND_NAMES,
  type CommandName,
  commandSpec,
  fieldOf,
  isCommandName,
  isOptionName,
  operandUsage,
  OPTION_NAMES,
  type OptionName,
  optionsOf,
  optionSpec,
  PROGRAM,
} from "./commands.ts";
import { suggest } from "./suggest.ts";

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
  readonly args: Args;
}

/** A word that is not known, but close to one that is. */
export class Misspelt extends KugouInputError {
  constructor(
    field: string,
    readonly suggestion: string,
    pick: (words: Words) => InputWords,
  ) {
    super(field, { ...inputProblem(pick), example: suggestion });
  }
}

const SYNTAX: ParseOptions = {
  string: [...OPTION_NAMES.filter(takesValue), "_"],
  boolean: OPTION_NAMES.filter((name) => !takesValue(name)),
  collect: OPTION_NAMES,
  alias: { help: "h", version: "V" },
};

/** Reads a command line; the error says what is wrong with it. */
export function parseCommandLine(words: readonly string[]): CommandLine {
  const { plain, strangers, faults } = checkWords(words);
  const read = parseArgs(plain, SYNTAX);
  const [name, ...operands] = read._.map(String);
  const command = name !== undefined && isCommandName(name) ? name : null;
  if (name !== undefined && command === null) throw unknownCommand(name);

  const options = new Map<OptionName, string>();
  for (const option of OPTION_NAMES) {
    const values: readonly (string | boolean)[] = read[option];
    if (values.length === 0) continue;
    options.set(option, String(values[0] === true ? "" : values[0]));
    if (values.length > 1) {
      faults.push(badInput(fieldOf(option), ({ input }) => input.repeated));
    }
  }
  const args = { operands, options };
  // Help is given whatever else is wrong.
  if (options.has("help") || options.has("version")) return { command, args };
  const [stranger] = strangers;
  if (stranger !== undefined) throw unknownOption(command, stranger);
  if (faults[0] !== undefined) throw faults[0];
  for (const [option, value] of options) checkOption(command, option, value);
  checkOperands(command, operands);
  return { command, args };
}

/**
 * Sorts out what `parseArgs` would let through, unknown options and values of
 * flags, and what it would misread: a negative number after an option, and
 * `true` or `false` after a flag.
 */
function checkWords(words: readonly string[]) {
  const end = words.includes("--") ? words.indexOf("--") : words.length;
  const plain: string[] = [];
  const operands = words.slice(end + 1);
  const strangers: string[] = [];
  const faults: KugouInputError[] = [];
  for (const word of words.slice(0, end)) {
    const [, name = "", value] = /^--([^=]+)(?:=(.*))?$/s.exec(word) ?? [];
    const option = plain.at(-1)?.replace(/^--/, "") ?? "";
    const isAfter = isOptionName(option);
    if (isAfter && takesValue(option) && /^-\d/.test(word)) {
      plain[plain.length - 1] += `=${word}`;
    } else if (
      isAfter && !takesValue(option) && /^(?:true|false)$/.test(word)
    ) {
      operands.unshift(word);
    } else if (/^(?:-[hV]?|[^-].*|)$/s.test(word)) plain.push(word);
    else if (!isOptionName(name)) strangers.push(word);
    else if (value === undefined) plain.push(word);
    else if (!takesValue(name)) faults.push(valueRefused(name));
    else if (value === "") faults.push(noValue(name));
    else plain.push(word);
  }
  return { plain: [...plain, "--", ...operands], strangers, faults };
}

function takesValue(name: OptionName): boolean {
  return optionSpec(name).value !== undefined;
}

function checkOption(
  command: CommandName | null,
  name: OptionName,
  value: string,
): void {
  if (!optionsOf(command).includes(name)) {
    throw unknownOption(command, `--${name}`);
  }
  if (!takesValue(name)) return;
  if (value === "") throw noValue(name);
  const { choices } = optionSpec(name);
  if (choices && !choices.includes(value)) {
    throw notAChoice(fieldOf(name), value, choices);
  }
}

function checkOperands(
  command: CommandName | null,
  [first, second]: readonly string[],
): void {
  if (command === null) {
    throw badInput(COMMAND_LINE, ({ input }) => input.noCommand(COMMAND_NAMES));
  }
  const { operand } = commandSpec(command);
  const usage = operandUsage(command);
  const example = `${PROGRAM} ${command} ${operand?.example ?? ""}`.trim();
  if (operand?.isRequired && first === undefined) {
    throw badInput(
      operand.field ?? operand.name,
      ({ input }) => input.operandMissing(usage, example),
    );
  }
  const isTooMany = operand === undefined
    ? first !== undefined
    : second !== undefined && !operand.isMany;
  if (isTooMany) {
    throw badInput(
      COMMAND_LINE,
      ({ input }) => input.tooManyOperands(usage, example),
    );
  }
  const choices = operand?.choices;
  if (operand && choices && first !== undefined && !choices.includes(first)) {
    throw notAChoice(operand.name, first, choices);
  }
}

/** Names that people try for the option that must not exist. */
const TOKEN_OPTIONS = /^--?(?:access[-_]?)?token$/i;

/** A word that is no secret: those have digits, or are longer. */
const SHOWABLE = /^-{0,2}[a-z][a-z-]{0,23}$/i;

function unknownCommand(word: string): KugouInputError {
  const shown = SHOWABLE.test(word) ? word : null;
  return strange(
    COMMAND_LINE,
    suggest(word, COMMAND_NAMES),
    ({ input }) => input.unknownCommand(shown, COMMAND_NAMES),
  );
}

function unknownOption(
  command: CommandName | null,
  word: string,
): KugouInputError {
  const [typed = ""] = word.split("=");
  if (TOKEN_OPTIONS.test(typed)) {
    return badInput(typed, ({ input }) => input.tokenInArguments);
  }
  const name = suggest(typed.replace(/^-+/, ""), optionsOf(command));
  const shown = SHOWABLE.test(typed) ? typed : null;
  const help = [PROGRAM, command ?? "", "--help"].filter(Boolean).join(" ");
  return strange(
    COMMAND_LINE,
    name === null ? null : `--${name}`,
    ({ input }) => input.unknownOption(shown, help),
  );
}

function notAChoice(
  field: string,
  word: string,
  choices: readonly string[],
): KugouInputError {
  return strange(
    field,
    suggest(word, choices),
    ({ input }) => input.notAChoice(choices),
  );
}

function strange(
  field: string,
  suggestion: string | null,
  pick: (words: Words) => InputWords,
): KugouInputError {
  return suggestion === null
    ? badInput(field, pick)
    : new Misspelt(field, suggestion, pick);
}

function valueRefused(name: OptionName): KugouInputError {
  return badInput(
    fieldOf(name),
    ({ input }) => input.valueRefused(`--${name}`),
  );
}

/** A value that would be right, by what stands for it in help. */
const VALUE_EXAMPLES: Readonly<Record<string, string>> = {
  "DURATION": "10s",
  "DAYS": "30",
  "FILE": "token.txt",
  "FORMAT": "csv",
  "I/N": "0/4",
  "JSON|@FILE": "@params.json",
  "LIST": "503:0.1,reset:0.05",
  "N": "3",
  "NAME": "device",
  "TIME": "2026-12-31",
  "URL": "https://iot.cloud.tencent.com/api/exploreropen/tokenapi",
  "UUID": "01926f9c-8a40-7c7e-b1d2-3f4a5b6c7d8e",
};

function noValue(name: OptionName): KugouInputError {
  const { value = "", choices } = optionSpec(name);
  const right = choices?.[0] ?? VALUE_EXAMPLES[value] ?? "";
  return badInput(
    fieldOf(name),
    ({ input }) => input.noValue(value, `--${name}=${right}`),
  );
}
