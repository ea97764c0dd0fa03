/**
 * Reads the values of options that are numbers and durations.
 *
 * @module
 */

import type { UsageWords } from "../i18n/words_usage.ts";
import type { OptionName } from "./options.ts";
import type { Args } from "./parse.ts";
import { UsageError } from "./usage_error.ts";

const UNIT_MS: Readonly<Record<string, number>> = { ms: 1, s: 1e3, m: 6e4 };

/** The longest wait that a timer of JavaScript can hold, some 24 days. */
const MAX_MS = 2 ** 31 - 1;

/**
 * Reads a duration such as `500ms`, `10s` or `2m`.
 *
 * @param args What the command was given.
 * @param name The option.
 * @returns The milliseconds, or nothing where the option is not given.
 * @throws {UsageError} If it is no duration that can be waited for.
 */
export function readDuration(args: Args, name: OptionName): number | undefined {
  const text = args.options.get(name);
  if (text === undefined) return undefined;
  const [, sign, number = "", unit = ""] =
    /^([+-]?)(\d+(?:\.\d+)?)(.*)$/s.exec(text) ?? [];
  const ms = Number(number) * (UNIT_MS[unit] ?? NaN);
  const problem = durationProblem(sign, unit, ms);
  if (problem === null) return ms;
  throw new UsageError(`--${name}`, ({ duration }) => duration[problem]);
}

function durationProblem(
  sign: string | undefined,
  unit: string,
  ms: number,
): keyof UsageWords["duration"] | null {
  if (sign === undefined) return "shape";
  if (unit === "") return "unit";
  if (Number.isNaN(ms)) return "shape";
  if (sign === "-") return "negative";
  if (ms < 1) return "short";
  return ms > MAX_MS ? "huge" : null;
}

/**
 * Reads a whole number.
 *
 * @param args What the command was given.
 * @param name The option.
 * @param max The largest that is possible; the smallest is 0.
 * @returns The number, or nothing where the option is not given.
 * @throws {UsageError} If it is no whole number in the range.
 */
export function readCount(
  args: Args,
  name: OptionName,
  max: number,
): number | undefined {
  const text = args.options.get(name);
  if (text === undefined) return undefined;
  const count = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (count <= max) return count;
  const example = `--${name} ${Math.min(3, max)}`;
  throw new UsageError(
    `--${name}`,
    ({ notInRange }) => notInRange(0, max, example),
  );
}
