/**
 * From times to a line of the table.
 *
 * @module
 */

import type { Verdict } from "./limit.ts";
import type { Line } from "./row.ts";
import { median, ratios, spread } from "./stats.ts";

/** What is compared, in words and in milliseconds for each round. */
export interface Comparison {
  /** What was measured. */
  readonly what: string;
  /** What it was compared with. */
  readonly against: string;
  /** The times of what was measured. */
  readonly ours: readonly number[];
  /** The times of what it was compared with. */
  readonly theirs: readonly number[];
  /** Judges the median ratio, if it must hold a limit. */
  readonly judge?: (ratio: number) => Verdict;
}

/**
 * Compares times that were measured side by side.
 *
 * @param comparison The times and what they are of.
 * @returns The line.
 */
export function compare(comparison: Comparison): Line {
  const { what, against, ours, theirs, judge } = comparison;
  const ratio = spread(ratios(ours, theirs));
  return {
    what,
    against,
    figures: `${time(median(ours))} / ${time(median(theirs))}`,
    ratio,
    verdict: judge?.(ratio.median) ?? null,
  };
}

/**
 * A time that a person can read.
 *
 * @param ms The time, in milliseconds.
 * @returns The time with its unit.
 */
export function time(ms: number): string {
  return ms < 1 ? `${(ms * 1000).toFixed(0)} µs` : `${ms.toFixed(1)} ms`;
}
