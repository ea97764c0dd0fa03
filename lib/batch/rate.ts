/** Timers are this inexact; what they came late by is made good within it. */
const SLACK_MS = 20;

/** Gives out moments to begin at, evenly, without saving up for bursts. */
export class Rate {
  readonly #intervalMs: number;
  readonly #now: () => number;
  #next: number;

  constructor(perSecond: number, now: () => number = () => performance.now()) {
    this.#intervalMs = 1000 / perSecond;
    this.#now = now;
    this.#next = now();
  }

  /** Takes the next moment: how long to wait for it, in milliseconds. */
  take(): number {
    const now = this.#now();
    const at = Math.max(this.#next, now - SLACK_MS);
    this.#next = at + this.#intervalMs;
    return Math.max(0, at - now);
  }
}
