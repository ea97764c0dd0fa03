/**
 * The one table of options. Help, parsing, completions and suggestions come
 * from it; what an option does is said in `lib/i18n`, under its name.
 *
 * @module
 */

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
