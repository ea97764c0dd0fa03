/** Values of options that are more than text. */

import { badInput } from "../i18n/bad_input.ts";
import type { Words } from "../i18n/words.ts";
import { fieldOf, type OptionName, optionSpec } from "./commands.ts";
import type { Args } from "./parse.ts";

const UNIT_MS: Readonly<Record<string, number>> = { ms: 1, s: 1e3, m: 6e4 };

/** The longest wait that a timer of JavaScript can hold, some 24 days. */
const MAX_MS = 2 ** 31 - 1;

/** Reads a duration such as `500ms`, `10s` or `2m`, in milliseconds. */
export function readDuration(
  args: Args,
  name: OptionName,
  minMs: 0 | 1 = 1,
): number | undefined {
  const text = valueOf(args, name);
  if (text === undefined) return undefined;
  if (minMs === 0 && Number(text) === 0) return 0;
  const [, sign, number = "", unit = ""] =
    /^([+-]?)(\d+(?:\.\d+)?)(.*)$/s.exec(text) ?? [];
  const ms = Number(number) * (UNIT_MS[unit] ?? NaN);
  const problem = durationProblem(sign, unit, ms, minMs);
  if (problem === null) return ms;
  throw badInput(fieldOf(name), ({ input }) => input.duration[problem]);
}

function durationProblem(
  sign: string | undefined,
  unit: string,
  ms: number,
  minMs: number,
): keyof Words["input"]["duration"] | null {
  if (sign === undefined) return "shape";
  if (unit === "") return "unit";
  if (Number.isNaN(ms)) return "shape";
  if (sign === "-") return "negative";
  if (ms < minMs) return "short";
  return ms > MAX_MS ? "huge" : null;
}

/** Reads a whole number from `min` to `max`. */
export function readCount(
  args: Args,
  name: OptionName,
  max: number,
  min: number = 0,
): number | undefined {
  const text = valueOf(args, name);
  if (text === undefined) return undefined;
  const count = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (count >= min && count <= max) return count;
  const example = `--${name} ${optionSpec(name).default ?? Math.min(3, max)}`;
  throw badInput(
    fieldOf(name),
    ({ input }) => input.notInRange(min, max, example),
  );
}

/** What was given, else what the table says. */
function valueOf({ options }: Args, name: OptionName): string | undefined {
  return options.get(name) ?? optionSpec(name).default;
}

/** Refuses options that say two things at once. */
export function refuseConflicts(
  { options }: Args,
  pairs: readonly (readonly [OptionName, OptionName])[],
): void {
  for (const [one, other] of pairs) {
    if (!options.has(one) || !options.has(other)) continue;
    throw badInput(`--${one}`, ({ input }) => input.conflict(`--${other}`));
  }
}
