/**
 * Words that a batch says besides its answers.
 *
 * @module
 */

/** How many lines failed for each reason. */
export type FailedCounts = readonly (readonly [kind: string, count: number])[];

/** Words that a batch says besides its answers. */
export interface BatchWords {
  /** How many lines have ended, and in what. */
  readonly counts: (done: number, ok: number, failed: FailedCounts) => string;
  /** How many lines end each second. */
  readonly rate: (perSecond: number) => string;
  /** How long it will still take, in seconds. */
  readonly left: (seconds: number) => string;
  /** How many lines are in the output from before. */
  readonly already: (path: string, lines: number) => string;
  /** Ctrl-C was pressed once. */
  readonly stopping: string;
  /** How to go on with a batch that was stopped. */
  readonly resume: (command: string) => string;
  /** How to go on with a batch that was stopped and that kept no file. */
  readonly noResume: string;
  /** The end. */
  readonly summary: (counts: string, seconds: number, rate: string) => string;
  /** What is wrong with a number of lines per second. */
  readonly rateExpected: string;
  /** What is wrong with an option that is no good without another. */
  readonly needs: (other: string) => { reason: string; expected: string };
  /** `--token-stdin` and an input from stdin. */
  readonly stdinTwice: { reason: string; expected: string };
  /** The output takes no more; the message is the system's. */
  readonly cannotWrite: (
    message: string,
  ) => { reason: string; expected: string };
  /** The index of this shard is not there. */
  readonly noIndex: { reason: string; expected: string };
}
