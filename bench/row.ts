/**
 * What a row of the table is made of.
 *
 * @module
 */

import type { Verdict } from "./limit.ts";
import type { Spread } from "./stats.ts";

/** One line of the table: one thing against another. */
export interface Line {
  /** What was measured. */
  readonly what: string;
  /** What it was compared with. */
  readonly against: string;
  /** What was measured of both, with its unit. */
  readonly figures: string;
  /** What was measured, divided by what it was compared with. */
  readonly ratio: Spread;
  /** The limit and whether it is held, or `null` if there is none. */
  readonly verdict: Verdict | null;
}

/** How a row is run. */
export interface RunOptions {
  /** Whether to do only as much as shows that it works. */
  readonly quick: boolean;
  /** Tells how far it is, on one line. */
  readonly say: (text: string) => void;
}

/** A row of the table: something to measure. */
export interface Row {
  /** By what name it is chosen. */
  readonly name: string;
  /** How it is measured, in a sentence or two, for below the table. */
  readonly how: string;
  /** The commands that are timed or run in it, if it runs any. */
  readonly commands?: () => readonly string[];
  /** Measures. */
  readonly run: (options: RunOptions) => Promise<readonly Line[]>;
}

/** What became of a row. */
export interface Outcome {
  /** The row. */
  readonly row: Row;
  /** Its lines; none if it failed. */
  readonly lines: readonly Line[];
  /** Why it could not be measured, or `null`. */
  readonly failure: string | null;
}

/**
 * Says whether everything was measured, and every limit is held.
 *
 * @param outcomes What became of the rows.
 * @returns Whether all is well.
 */
export function allHold(outcomes: readonly Outcome[]): boolean {
  return outcomes.every(({ lines, failure }) =>
    failure === null && lines.every(({ verdict }) => verdict?.holds ?? true)
  );
}
