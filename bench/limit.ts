/**
 * Limits that a measurement must hold.
 *
 * @module
 */

/** A limit, and whether it is held. */
export interface Verdict {
  /** The limit, in words. */
  readonly limit: string;
  /** Whether it is held. */
  readonly holds: boolean;
}

/**
 * Judges a ratio that must not be above a limit.
 *
 * @param ratio What was measured.
 * @param limit The largest ratio that is fine.
 * @returns The verdict.
 */
export function atMost(ratio: number, limit: number): Verdict {
  return { limit: `≤ ${limit.toFixed(2)}`, holds: ratio <= limit };
}

/**
 * Judges a ratio that must be below a limit.
 *
 * @param ratio What was measured.
 * @param limit The smallest ratio that is not fine.
 * @returns The verdict.
 */
export function below(ratio: number, limit: number): Verdict {
  return { limit: `< ${limit.toFixed(2)}`, holds: ratio < limit };
}

/**
 * Judges a ratio that must not be below a limit.
 *
 * @param ratio What was measured.
 * @param limit The smallest ratio that is fine.
 * @returns The verdict.
 */
export function atLeast(ratio: number, limit: number): Verdict {
  return { limit: `≥ ${limit.toFixed(2)}`, holds: ratio >= limit };
}

const MEBIBYTE = 1024 * 1024;

/**
 * Judges memory that must not grow: by a few per cent or a mebibyte at most,
 * since a heap of some megabytes is never the same twice.
 *
 * @param before The bytes in use at first.
 * @param after The bytes in use in the end.
 * @returns The verdict.
 */
export function hardlyGrows(before: number, after: number): Verdict {
  const holds = after <= before * 1.03 || after - before <= MEBIBYTE;
  return { limit: "≤ 1.03, or 1 MiB more", holds };
}
