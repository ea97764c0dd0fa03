/**
 * Stands in for `@std/cli/parse-args`. It imports nothing: npm's `minimist`
 * takes longer to load than all the rest of the command line.
 */

/** What was read: options by their names, and the words that are none. */
export interface Args {
  // deno-lint-ignore no-explicit-any -- as in std, where names are not known
  [name: string]: any;
  _: (string | number)[];
  "--"?: string[];
}

/** How to read it. */
export interface ParseOptions {
  "--"?: boolean;
  alias?: Record<string, string | string[]>;
  boolean?: string | readonly string[];
  collect?: string | readonly string[];
  default?: Record<string, unknown>;
  negatable?: string | readonly string[];
  stopEarly?: boolean;
  string?: string | readonly string[];
  unknown?: (arg: string, key?: string, value?: unknown) => unknown;
}

const numberOf = (text: string) =>
  text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : text;

/** Reads a command line, without std's dots in names and values in groups. */
export function parseArgs(
  args: readonly string[],
  { alias = {}, unknown, ...options }: ParseOptions = {},
): Args {
  const groups = Object.entries(alias).map(([name, others]) =>
    [name, others].flat()
  );
  const sameAs = (name: string) =>
    groups.find((it) => it.includes(name)) ?? [name];
  const setOf = (names: string | readonly string[] = []) =>
    new Set([names].flat().flatMap(sameAs));
  const booleans = setOf(options.boolean);
  const strings = setOf(options.string);
  const collected = setOf(options.collect);
  const negatable = setOf(options.negatable);
  const known = setOf([
    ...booleans,
    ...strings,
    ...collected,
    ...groups.flat(),
  ]);

  const read: Args = { _: [] };
  const end = args.indexOf("--");
  const words = end < 0 ? args : args.slice(0, end);
  const rest = end < 0 ? [] : args.slice(end + 1);

  function set(name: string, given: string | boolean, word: string) {
    if (!known.has(name) && unknown?.(word, name, given) === false) return;
    const value = typeof given === "string" && !strings.has(name)
      ? numberOf(given)
      : given;
    for (const key of sameAs(name)) {
      read[key] = collected.has(key) ? [...read[key] || [], value] : value;
    }
  }

  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const [, long, short = "", value] =
      /^-(?:-([^=]+)|([^-].*?))(?:=(.*))?$/s.exec(word) ?? [];
    const name = long ?? short.at(-1);
    if (name === undefined) {
      if (unknown?.(word) !== false) {
        read._.push(strings.has("_") ? word : numberOf(word));
      }
      if (!options.stopEarly) continue;
      read._.push(...words.slice(i + 1));
      break;
    }
    for (const letter of short.slice(0, -1)) {
      set(letter, strings.has(letter) ? "" : true, word);
    }
    const next = words[i + 1] ?? "";
    const isSwitch = next === "true" || next === "false";
    const negated = long?.startsWith("no-") ? long.slice(3) : "";
    if (value !== undefined) {
      const key = negated || name;
      set(key, booleans.has(key) ? value !== "false" : value, word);
    } else if (negatable.has(negated)) {
      set(negated, false, word);
    } else if (next && !booleans.has(name) && !next.startsWith("-")) {
      set(name, next, word);
      i++;
    } else if (isSwitch) {
      set(name, next === "true", word);
      i++;
    } else {
      set(name, strings.has(name) ? "" : true, word);
    }
  }

  for (const [name, value] of Object.entries(options.default ?? {})) {
    for (const key of sameAs(name)) read[key] ??= value;
  }
  for (const name of booleans) read[name] ??= collected.has(name) ? [] : false;
  for (const name of strings) if (collected.has(name)) read[name] ??= [];
  if (options["--"]) read["--"] = rest;
  else read._.push(...rest);
  return read;
}
