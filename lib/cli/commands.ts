/**
 * The one table of commands. A new command is one entry here, one file, and
 * its words in `lib/i18n`.
 *
 * @module
 */

import type { App } from "./app.ts";
import { GLOBAL_OPTIONS, type OptionName } from "./options.ts";
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
