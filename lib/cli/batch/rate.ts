/**
 * Begins no more per second than it was told, evenly.
 *
 * @module
 */

/** Timers are this inexact; what they came late by is made good within it. */
const SLACK_MS = 20;

/** Gives out moments to begin at, evenly, without saving up for bursts. */
export class Rate {
  readonly #intervalMs: number;
  readonly #now: () => number;
  #next: number;

  /**
   * Begins to count.
   *
   * @param perSecond How many may begin each second; fractions are fine.
   * @param now The clock, in milliseconds.
   */
  constructor(perSecond: number, now: () => number = () => performance.now()) {
    this.#intervalMs = 1000 / perSecond;
    this.#now = now;
    this.#next = now();
  }

  /**
   * Takes the next moment.
   *
   * @returns How long to wait for it, in milliseconds; 0 for not at all.
   */
  take(): number {
    const now = this.#now();
    const at = Math.max(this.#next, now - SLACK_MS);
    this.#next = at + this.#intervalMs;
    return Math.max(0, at - now);
  }
}
