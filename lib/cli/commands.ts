/**
 * The tables of commands and options: help, parsing, completions and
 * suggestions come from here.
 */

/** A word that a command takes besides its options. */
export interface Operand {
  /** What stands for it in help. */
  readonly name: string;
  /** What the client calls it in its errors. */
  readonly field?: string;
  readonly isRequired: boolean;
  /** Whether there may be more than one. */
  readonly isMany?: true;
  readonly isFile?: true;
  /** The only words it may be. */
  readonly choices?: readonly string[];
  /** A word that would be right. */
  readonly example: string;
}

/** One command. */
export interface CommandSpec {
  /** The word that it takes, if any. */
  readonly operand?: Operand;
  /** Its own options; all commands have the global ones too. */
  readonly options: readonly OptionName[];
}

/** Every command, in the order that help lists them. */
const COMMANDS = {
  "user-info": {
    operand: {
      name: "DEVICE_ID",
      field: "deviceId",
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
  },
  "batch": {
    operand: {
      name: "FILE",
      isFile: true,
      isRequired: false,
      example: "devices.ndjson",
    },
    options: [
      "format",
      "column",
      "token-column",
      "out",
      "resume",
      "retry-failed",
      "concurrency",
      "rate",
      "ordered",
      "limit",
      "fail-fast",
      "keep-going",
      "max-outage",
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
      "dry-run",
      "summary",
    ],
  },
  "report": {
    operand: {
      name: "FILE",
      isFile: true,
      isMany: true,
      isRequired: false,
      example: "answers.ndjson",
    },
    options: ["to", "out", "within", "at"],
  },
  "explain": {
    operand: {
      name: "CODE",
      isRequired: false,
      example: "ResourceNotFound.DeviceNotExist",
    },
    options: ["json"],
  },
  "sandbox": {
    options: ["port", "envelope", "latency", "faults", "json"],
  },
  "completions": {
    operand: {
      name: "SHELL",
      isRequired: true,
      choices: ["bash", "zsh", "fish"],
      example: "bash",
    },
    options: [],
  },
  "help": {
    operand: {
      name: "COMMAND",
      isRequired: false,
      choices: [
        "user-info",
        "batch",
        "report",
        "explain",
        "sandbox",
        "completions",
        "help",
      ],
      example: "user-info",
    },
    options: [],
  },
} as const satisfies Readonly<Record<string, CommandSpec>>;

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
  /** Whether its value names a file. */
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
  "column": { value: "NAME" },
  "token-column": { value: "NAME" },
  "out": { value: "FILE", isFile: true },
  "resume": {},
  "retry-failed": { value: "FILE", isFile: true },
  "concurrency": { value: "N", default: "16" },
  "rate": { value: "N" },
  "ordered": {},
  "limit": { value: "N" },
  "fail-fast": {},
  "keep-going": {},
  "max-outage": { value: "DURATION", default: "10m" },
  "shard": { value: "I/N" },
  "shards": { value: "N" },
  "summary": { value: "FILE", isFile: true },
  "quiet": {},
  "verbose": {},
  "to": {
    value: "FORMAT",
    choices: ["text", "json", "csv", "html"],
    default: "text",
  },
  "within": { value: "DAYS" },
  "at": { value: "TIME" },
  "port": { value: "N", default: "8787" },
  "envelope": {
    value: "SHAPE",
    choices: ["response", "gateway"],
    default: "response",
  },
  "latency": { value: "DURATION" },
  "faults": { value: "LIST", field: "faults" },
  "lang": { value: "LANG", choices: ["en", "zh"] },
  "help": { short: "h" },
  "version": { short: "V" },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** The name of a command. */
export type CommandName = keyof typeof COMMANDS;

/** The name of an option, without its dashes. */
export type OptionName = keyof typeof OPTIONS;

/** The options that every command has. */
const GLOBAL_OPTIONS = ["lang", "help", "version"] as const;

/** What the program is called where it is installed. */
export const PROGRAM = "kugou-iot";

/** The field of an error about the command line as a whole. */
export const COMMAND_LINE = "commandLine";

export const COMMAND_NAMES = Object.keys(COMMANDS) as CommandName[];

export const OPTION_NAMES = Object.keys(OPTIONS) as OptionName[];

/** The same entry, with the type that all commands share. */
export function commandSpec(name: CommandName): CommandSpec {
  return COMMANDS[name];
}

/** The same entry, with the type that all options share. */
export function optionSpec(name: OptionName): OptionSpec {
  return OPTIONS[name];
}

export function isCommandName(word: string): word is CommandName {
  return Object.hasOwn(COMMANDS, word);
}

export function isOptionName(word: string): word is OptionName {
  return Object.hasOwn(OPTIONS, word);
}

/** What a command may be given, or what may stand without a command. */
export function optionsOf(name: CommandName | null): readonly OptionName[] {
  if (name === null) return GLOBAL_OPTIONS;
  return [...commandSpec(name).options, ...GLOBAL_OPTIONS];
}

/** Such as `explain [CODE]`. */
export function operandUsage(name: CommandName): string {
  const { operand } = commandSpec(name);
  if (operand === undefined) return name;
  const { choices, isMany, isRequired } = operand;
  const word = isRequired && choices ? choices.join("|") : operand.name;
  const words = isMany ? `${word}...` : word;
  return `${name} ${isRequired ? words : `[${words}]`}`;
}

/** Such as `--lang en|zh`. */
export function optionUsage(name: OptionName): string {
  const { choices, value } = optionSpec(name);
  const shown = choices?.join("|") ?? value;
  return shown === undefined ? `--${name}` : `--${name} ${shown}`;
}

/** What the errors of an option call it. */
export function fieldOf(name: OptionName): string {
  return optionSpec(name).field ?? `--${name}`;
}

/** What people type for a field; `null` for the command line as a whole. */
export function fieldLabel(field: string): string | null {
  if (field === COMMAND_LINE) return null;
  if (field === "deviceId") return "DEVICE_ID";
  const option = OPTION_NAMES.find((name) => optionSpec(name).field === field);
  return option === undefined ? field : `--${option}`;
}
