/**
 * Stands in for `@std/cli/parse-args`: the same answers for the same argv and
 * the options below. Left out are negatable options and names with dots, which
 * no command here has.
 *
 * It imports nothing: every start of the command line loads it, and one `npm:`
 * or `node:` import costs more than the rest of the start together.
 *
 * @module
 */

import type {
  Aliases,
  Args,
  ParseOptions,
  Values,
} from "./std_cli_parse_args_types.ts";

export type { Args, ParseOptions };

type Value = string | number | boolean;

/** `--name`, `--no-name`, `--name=value`; std drops the `no-` of the last. */
const LONG = /^--(no-)?(.+?)(?:=(.*))?$/s;

/** What the options say, each name with all its aliases. */
interface Known {
  aliases: Map<string, string[]>;
  booleans: Set<string>;
  strings: Set<string>;
  collected: Set<string>;
}

/**
 * Reads a command line, with the words that belong to no option under `_`.
 *
 * @example Usage
 * ```ts
 * import { parseArgs } from "@std/cli/parse-args";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   parseArgs(["a", "--lang", "zh", "--json"], {
 *     boolean: ["json"],
 *     string: ["lang"],
 *   }),
 *   { _: ["a"], lang: "zh", json: true },
 * );
 * ```
 *
 * @param args The words of the command line.
 * @param options Which options there are, and how to read them.
 * @returns The value of each option.
 */
export function parseArgs<
  TArgs extends Values<TBooleans, TStrings, TCollect, TDefaults, TAliases>,
  TDoubleDash extends boolean | undefined = undefined,
  TBooleans extends boolean | string | undefined = undefined,
  TStrings extends string | undefined = undefined,
  TCollect extends string | undefined = undefined,
  TDefaults extends Record<string, unknown> | undefined = undefined,
  TAliases extends Aliases<TAlias> | undefined = undefined,
  TAlias extends string = string,
>(
  args: readonly string[],
  options: ParseOptions<
    TBooleans,
    TStrings,
    TCollect,
    TDefaults,
    TAliases,
    TDoubleDash
  > = {},
): Args<TArgs, TDoubleDash> {
  const end = args.indexOf("--");
  const words = end < 0 ? args : args.slice(0, end);
  const after = end < 0 ? [] : args.slice(end + 1);
  const known = readOptions(options);
  const parsed = readWords(words, known, options);
  addDefaults(parsed, known, options.default ?? {});
  if (options["--"]) parsed["--"] = after;
  else parsed._.push(...after);
  return parsed as Args<TArgs, TDoubleDash>;
}

function list(names: unknown): string[] {
  return [names].flat().filter((it): it is string =>
    typeof it === "string" && it !== ""
  );
}

function readOptions(options: ParseOptions): Known {
  const aliases = new Map<string, string[]>();
  for (const [name, value] of Object.entries(options.alias ?? {})) {
    if (value === undefined) throw new TypeError("Alias value must be defined");
    const family = [name, ...list(value)];
    for (const it of family) {
      aliases.set(it, family.filter((other) => other !== it));
    }
  }
  const named = (names: unknown) =>
    new Set(list(names).flatMap((it) => [it, ...aliases.get(it) ?? []]));
  return {
    aliases,
    booleans: named(options.boolean),
    strings: named(options.string),
    collected: named(options.collect),
  };
}

function readWords(words: readonly string[], known: Known, {
  boolean,
  stopEarly = false,
  unknown,
}: ParseOptions): Args {
  const { aliases, booleans, strings, collected } = known;
  const parsed: Args = { _: [] };

  function isKnown(word: string, name: string): boolean {
    return booleans.has(name) || strings.has(name) || aliases.has(name) ||
      collected.has(name) || boolean === true && /^--[^=]+$/.test(word);
  }

  function add(word: string, name: string, value: Value) {
    if (!isKnown(word, name) && unknown?.(word, name, value) === false) return;
    const read = strings.has(name) ? value : readNumber(value);
    for (const it of [name, ...aliases.get(name) ?? []]) {
      const before = Object.hasOwn(parsed, it) ? parsed[it] : [];
      set(parsed, it, collected.has(name) ? [...before, read] : read);
    }
  }

  /** The value of an option that stands alone, as far as its own word says. */
  const bare = (name: string) => strings.has(name) ? "" : true;

  /** Adds an option whose value may be the next word; says whether it was. */
  function addLast(word: string, name: string, next = ""): boolean {
    const isLong = word.startsWith("--");
    const takesNone = booleans.has(name) || isLong && boolean === true ||
      aliases.get(name)?.some((it) => booleans.has(it));
    const isOption = isLong ? next.startsWith("-") : /^--?[^-]/.test(next);
    let value: Value | undefined;
    if (next !== "" && !takesNone && !isOption) value = next;
    else if (next === "true" || next === "false") value = next === "true";
    add(word, name, value ?? bare(name));
    return value !== undefined;
  }

  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const next = words[i + 1];
    const long = LONG.exec(word);
    if (long) {
      const [, no = "", name = "", value] = long;
      if (value === undefined) {
        if (addLast(word, no + name, next)) i++;
      } else add(word, name, booleans.has(name) ? value !== "false" : value);
    } else if (/^-./s.test(word)) {
      const { given, last } = readShort(word);
      for (const [name, value] of given) add(word, name, value ?? bare(name));
      if (last !== undefined && addLast(word, last, next)) i++;
    } else {
      if (unknown?.(word) !== false) {
        parsed._.push(strings.has("_") ? word : readNumber(word));
      }
      if (stopEarly) {
        parsed._.push(...words.slice(i + 1));
        break;
      }
    }
  }
  return parsed;
}

function readNumber<T extends Value>(value: T): T | number {
  const isNumber = typeof value === "string" && /\S/.test(value) &&
    Number.isFinite(Number(value));
  return isNumber ? Number(value) : value;
}

/** Sets an option, but never what objects inherit. */
function set(parsed: Args, name: string, value: unknown) {
  if (name !== "__proto__" && name !== "constructor") parsed[name] = value;
}

/**
 * Reads `-abc`, `-p80`, `-o=file` and their mixtures: the options that are
 * given, and the last one when the next word may be its value.
 */
function readShort(word: string) {
  const given: [name: string, value?: string][] = [];
  for (let i = 1; i < word.length - 1; i++) {
    const name = word[i]!;
    const rest = word.slice(i + 1);
    const isLetter = /[A-Za-z]/.test(name);
    const assigned = isLetter ? /=(.+)/.exec(rest)?.[1] : undefined;
    const isValue = rest === "=" || isLetter && /\d\.?$/.test(rest) ||
      rest.length > 1 && /\W/.test(rest[0]!);
    if (rest === "-") given.push([name, rest]);
    else if (assigned !== undefined || isValue) {
      given.push([name, assigned ?? (rest === "=" ? "" : rest)]);
      return { given };
    } else given.push([name]);
  }
  return word.endsWith("-") ? { given } : { given, last: word.at(-1)! };
}

function addDefaults(
  parsed: Args,
  { aliases, booleans, strings, collected }: Known,
  defaults: Record<string, unknown>,
) {
  for (const [name, value] of Object.entries(defaults)) {
    if (Object.hasOwn(parsed, name)) continue;
    for (const it of [name, ...aliases.get(name) ?? []]) set(parsed, it, value);
  }
  for (const name of new Set([...booleans, ...strings])) {
    if (Object.hasOwn(parsed, name)) continue;
    if (collected.has(name)) set(parsed, name, []);
    else if (booleans.has(name)) set(parsed, name, false);
  }
}
