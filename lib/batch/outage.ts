/** Whether the endpoint can be reached, and how long to wait while it cannot. */

import {
  KugouApiError,
  KugouNetworkError,
  KugouProtocolError,
  KugouTimeoutError,
} from "../../mod.ts";

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/** Counts lookups that nobody answered, in a row. */
export class Outage {
  readonly #maxMs: number;
  /** So many in a row are an outage. */
  readonly #limit: number;
  #answers = 0;
  #inARow = 0;
  #beganAt = 0;
  #waitMs = FIRST_WAIT_MS;
  #isOn = false;

  /** With `maxMs` 0 there is never an outage. */
  constructor(maxMs: number, limit: number) {
    this.#maxMs = maxMs;
    this.#limit = limit;
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  /** How many lookups were answered until now, well or not. */
  get answers(): number {
    return this.#answers;
  }

  /** How long it has lasted, in milliseconds. */
  get ms(): number {
    return performance.now() - this.#beganAt;
  }

  /** How long to wait before the next try; `null` where that is too long. */
  nextWaitMs(): number | null {
    const leftMs = this.#maxMs - this.ms;
    if (leftMs <= 0) return null;
    const waitMs = Math.min(this.#waitMs, leftMs);
    this.#waitMs = Math.min(this.#waitMs * 2, LONGEST_WAIT_MS);
    return waitMs;
  }

  answered(): void {
    this.#answers++;
    this.#inARow = 0;
    this.#isOn = false;
    this.#waitMs = FIRST_WAIT_MS;
  }

  /**
   * Nobody answered a line, which may have failed before, after so many
   * answers. Tells whether to ask again: a line that fails while others are
   * answered has itself to blame.
   */
  unanswered(failedAfter: number | null, isAlone: boolean): boolean {
    if (this.#maxMs === 0) return false;
    if (failedAfter !== null && failedAfter < this.#answers) return false;
    if (this.#inARow++ === 0) this.#beganAt = performance.now();
    this.#isOn ||= isAlone || this.#inARow >= this.#limit;
    return true;
  }
}

/** Whether the endpoint answered a lookup that failed; `null` where that is not known. */
export function wasAnswered(error: unknown): boolean | null {
  if (error instanceof KugouApiError || error instanceof KugouProtocolError) {
    return true;
  }
  const isKnown = error instanceof KugouNetworkError ||
    error instanceof KugouTimeoutError;
  if (!isKnown) return null;
  if (error.phase === "wait") return wasAnswered(error.cause);
  if (error.phase === "headers") return error.retryable ? false : null;
  return error.phase === "body" ? true : null;
}
