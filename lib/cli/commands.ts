/**
 * The tables of commands and of options, and how both are written. A new
 * command is one entry here, one file, and its words in `lib/i18n`; help,
 * parsing, completions and suggestions come from here.
 *
 * @module
 */

import type { App } from "./app.ts";
import type { Args } from "./parse.ts";

/** What a command does; it gives the exit code. */
export type RunCommand = (args: Args, app: App) => Promise<number>;

/** A word that a command takes besides its options. */
export interface Operand {
  /** What stands for it in help. */
  readonly name: string;
  /** Whether the command cannot do without it. */
  readonly isRequired: boolean;
  /** The only words it may be. */
  readonly choices?: readonly string[];
  /** A word that would be right. */
  readonly example: string;
}

/** One command. */
export interface CommandSpec {
  /** The one word that it takes, if any. */
  readonly operand?: Operand;
  /** Its own options; all commands have the global ones too. */
  readonly options: readonly OptionName[];
  /** Loads the command, and nothing of the others. */
  readonly load: () => Promise<{ readonly run: RunCommand }>;
}

/** Every command, in the order that help lists them. */
export const COMMANDS = {
  "user-info": {
    operand: {
      name: "DEVICE_ID",
      isRequired: true,
      example: "LAEG4YJE1A/dev01",
    },
    options: [
      "params",
      "request-id",
      "json",
      "raw",
      "token-file",
      "token-stdin",
      "endpoint",
      "sandbox",
      "timeout",
      "total-timeout",
      "retries",
      "dry-run",
      "verbose",
    ],
    load: () => import("./user_info.ts"),
  },
  "batch": {
    operand: {
      name: "FILE",
      isRequired: false,
      example: "devices.ndjson",
    },
    options: [
      "format",
      "out",
      "resume",
      "retry-failed",
      "concurrency",
      "rate",
      "ordered",
      "fail-fast",
      "shard",
      "shards",
      "quiet",
      "token-file",
      "token-stdin",
      "endpoint",
      "sandbox",
      "timeout",
      "total-timeout",
      "retries",
    ],
    load: () => import("./batch/command.ts"),
  },
  "explain": {
    operand: {
      name: "CODE",
      isRequired: false,
      example: "ResourceNotFound.DeviceNotExist",
    },
    options: ["json"],
    load: () => import("./explain.ts"),
  },
  "sandbox": {
    options: ["port", "envelope", "latency", "faults", "json"],
    load: () => import("./sandbox.ts"),
  },
  "completions": {
    operand: {
      name: "SHELL",
      isRequired: true,
      choices: ["bash", "zsh", "fish"],
      example: "bash",
    },
    options: [],
    load: () => import("./completions.ts"),
  },
} as const satisfies Readonly<Record<string, CommandSpec>>;

/** The name of a command. */
export type CommandName = keyof typeof COMMANDS;

/**
 * Looks a command up, with the type that all of them share.
 *
 * @param name The name of the command.
 * @returns Its entry in the table.
 */
export function commandSpec(name: CommandName): CommandSpec {
  return COMMANDS[name];
}

/**
 * Tells whether a word names a command.
 *
 * @param word The word.
 * @returns Whether the table has it.
 */
export function isCommandName(word: string): word is CommandName {
  return Object.hasOwn(COMMANDS, word);
}

/**
 * Lists what a command may be given, or what may stand without a command.
 *
 * @param name The command, or `null` for none.
 * @returns The names of the options.
 */
export function optionsOf(name: CommandName | null): readonly OptionName[] {
  if (name === null) return GLOBAL_OPTIONS;
  return [...commandSpec(name).options, ...GLOBAL_OPTIONS];
}

/** One option of the command line. */
export interface OptionSpec {
  /** Its one-letter form. */
  readonly short?: string;
  /** What stands for its value in help; an option without one is a flag. */
  readonly value?: string;
  /** The only values it takes. */
  readonly choices?: readonly string[];
  /** What holds without the option. */
  readonly default?: string;
  /** What the client calls it in its errors. */
  readonly field?: string;
  /** Whether its value names a file, for completions. */
  readonly isFile?: true;
}

/** Every option, in the order that help lists them. */
export const OPTIONS = {
  "params": { value: "JSON|@FILE", default: "{}", field: "params" },
  "request-id": { value: "UUID", field: "requestId" },
  "json": {},
  "raw": {},
  "token-file": { value: "FILE", isFile: true },
  "token-stdin": {},
  "endpoint": { value: "URL", field: "endpoint" },
  "sandbox": {},
  "timeout": { value: "DURATION", default: "10s", field: "timeoutMs" },
  "total-timeout": {
    value: "DURATION",
    default: "30s",
    field: "totalTimeoutMs",
  },
  "retries": { value: "N", default: "2", field: "retry.limit" },
  "dry-run": {},
  "format": { value: "FORMAT", choices: ["ndjson", "csv"] },
  "out": { value: "FILE", isFile: true },
  "resume": {},
  "retry-failed": { value: "FILE", isFile: true },
  "concurrency": { value: "N", default: "16" },
  "rate": { value: "N" },
  "ordered": {},
  "fail-fast": {},
  "shard": { value: "I/N" },
  "shards": { value: "N" },
  "quiet": {},
  "verbose": {},
  "port": { value: "N", default: "8787" },
  "envelope": {
    value: "SHAPE",
    choices: ["response", "gateway"],
    default: "response",
  },
  "latency": { value: "DURATION" },
  "faults": { value: "LIST" },
  "lang": { value: "LANG", choices: ["en", "zh"] },
  "help": { short: "h" },
  "version": { short: "V" },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** The name of an option, without its dashes. */
export type OptionName = keyof typeof OPTIONS;

/** The options that every command has. */
export const GLOBAL_OPTIONS = [
  "lang",
  "help",
  "version",
] as const satisfies readonly OptionName[];

/**
 * Looks an option up, with the type that all of them share.
 *
 * @param name The name of the option.
 * @returns Its entry in the table.
 */
export function optionSpec(name: OptionName): OptionSpec {
  return OPTIONS[name];
}

/**
 * Tells whether a word names an option.
 *
 * @param word The word, without dashes.
 * @returns Whether the table has it.
 */
export function isOptionName(word: string): word is OptionName {
  return Object.hasOwn(OPTIONS, word);
}

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
