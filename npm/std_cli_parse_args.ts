/** Stands in for `@std/cli/parse-args`, upon npm's `minimist`. */

// deno-lint-ignore no-import-prefix -- nothing but this file knows of it
import minimist from "npm:minimist@^1.2.8";

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

/** Reads a command line as std does, also where minimist would not. */
export function parseArgs(
  args: readonly string[],
  { alias = {}, unknown, ...options }: ParseOptions = {},
): Args {
  const groups = Object.entries(alias).map(([name, others]) =>
    [name, others].flat()
  );
  const withAliases = (names: string | readonly string[] = []) =>
    new Set(
      [names].flat().flatMap((name) =>
        groups.find((it) => it.includes(name)) ?? [name]
      ),
    );
  const booleans = withAliases(options.boolean);
  const strings = withAliases(options.string);
  const collected = withAliases(options.collect);
  const negatable = withAliases(options.negatable);
  const known = new Set([
    ...booleans,
    ...strings,
    ...collected,
    ...groups.flat(),
  ]);
  // minimist keeps the last of a boolean; std collects each.
  const counted = booleans.intersection(collected);

  const end = args.indexOf("--");
  const typed = new Map<string, string>();
  const spell = (word: string, i: number): string[] => {
    if (end >= 0 && i >= end) return [word];
    if (
      /^-\w+$/.test(word) && [...word.slice(1)].every((it) => counted.has(it))
    ) {
      return [...word.slice(1)].map((letter) => `--${letter}=true`);
    }
    const name = /^--([^=]+)$/s.exec(word)?.[1];
    if (name === undefined) return [word];
    if (counted.has(name)) return [`--${name}=true`];
    // minimist would take these for a value, and negate whatever begins so.
    const isAlone = strings.has(name) &&
      /^$|^-(?:-?$|--)/.test(args[i + 1] ?? "--");
    const isName = name.startsWith("no-") && !negatable.has(name.slice(3));
    if (!isAlone && !isName) return [word];
    typed.set(`${word}=`, word);
    return [`${word}=`];
  };

  const read: Args = minimist(args.flatMap(spell), {
    ...options,
    alias,
    boolean: [...booleans.difference(counted)],
    string: [...strings, ...counted],
    ...unknown && {
      unknown(word: string) {
        const arg = typed.get(word) ?? word;
        const [, key, value] = /^--?(.+?)(?:=(.*))?$/s.exec(arg) ?? [];
        if (arg === "-" || key === undefined) return unknown(arg) !== false;
        return known.has(key) || unknown(arg, key, value ?? true) !== false;
      },
    },
  });

  for (const name of collected) {
    const isDeclared = booleans.has(name) || strings.has(name);
    const values = [read[name] ?? []].flat();
    if (!isDeclared && values.length === 0) continue;
    read[name] = counted.has(name)
      ? values.map((it) => it !== "false")
      : values;
  }
  for (const [name, value] of Object.entries(read)) {
    const isRepeated = name !== "_" && name !== "--" && !collected.has(name) &&
      Array.isArray(value);
    if (isRepeated) read[name] = value.at(-1);
  }
  return read;
}
