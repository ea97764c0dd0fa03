/**
 * What is said about many measurements of one thing.
 *
 * @module
 */

/** The middle of a list of numbers, and how far they are apart. */
export interface Spread {
  /** The middle one. */
  readonly median: number;
  /** The smallest. */
  readonly min: number;
  /** The largest. */
  readonly max: number;
}

/**
 * The middle one of some numbers; of an even count, between the middle two.
 *
 * @param values The numbers, at least one, in any order.
 * @returns The median.
 * @throws {RangeError} If there are none.
 */
export function median(values: readonly number[]): number {
  if (values.length === 0) {
    throw new RangeError("Cannot find a median: there are no values");
  }
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half]!;
  return sorted.length % 2 === 1 ? upper : (sorted[half - 1]! + upper) / 2;
}

/**
 * The median of some numbers with the smallest and the largest.
 *
 * @param values The numbers, at least one, in any order.
 * @returns The three.
 */
export function spread(values: readonly number[]): Spread {
  return {
    median: median(values),
    min: Math.min(...values),
    max: Math.max(...values),
  };
}

/**
 * Divides what was measured side by side, round by round: what slows a whole
 * round down does not show.
 *
 * @param ours One number for each round.
 * @param theirs As many numbers of what it is compared with.
 * @returns The ratio of each round.
 */
export function ratios(
  ours: readonly number[],
  theirs: readonly number[],
): number[] {
  return ours.map((value, round) => value / theirs[round]!);
}
