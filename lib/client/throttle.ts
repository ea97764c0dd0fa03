/** How many lookups may be under way, learnt from what the server says. */

import {
  KugouApiError,
  type KugouError,
  KugouProtocolError,
} from "./errors.ts";
import type { KugouAttempt } from "./options.ts";
import type { RetryPolicy } from "./retry.ts";

/**
 * A limit that all lanes share: halved when the server says that there are too
 * many, and grown by one again after each full round of successes, as TCP does.
 */
export class Throttle {
  readonly #max: number;
  readonly #policy: RetryPolicy;
  #limit: number;
  #pausedUntil = 0;
  #cutAt = -Infinity;

  constructor(max: number, policy: RetryPolicy) {
    this.#max = max;
    this.#limit = max;
    this.#policy = policy;
  }

  /** How many lookups may be under way now, at least 1. */
  get lanes(): number {
    return Math.floor(this.#limit);
  }

  /** How long no lookup may begin, in milliseconds from now; 0 for no pause. */
  get pauseMs(): number {
    return Math.max(0, this.#pausedUntil - performance.now());
  }

  /** Learns from an attempt that has just ended. */
  observe(attempt: KugouAttempt): void {
    const { error, durationMs } = attempt;
    if (error === null) {
      this.#limit = Math.min(this.#max, this.#limit + 1 / this.#limit);
    } else if (isTooMany(error)) {
      this.#slowDown(error, performance.now() - durationMs);
    }
  }

  #slowDown(error: KugouError, beganAt: number): void {
    const { baseDelayMs, maxRetryAfterMs } = this.#policy;
    const asked = error.retryAfterMs ?? baseDelayMs;
    const pauseMs = Math.min(asked, maxRetryAfterMs);
    this.#pausedUntil = Math.max(
      this.#pausedUntil,
      performance.now() + pauseMs,
    );
    // What was under way when the limit was halved says nothing about the half.
    if (beganAt < this.#cutAt) return;
    this.#limit = Math.max(1, this.#limit / 2);
    this.#cutAt = performance.now();
  }
}

/** HTTP 429, and the codes for too many calls that may pass. */
function isTooMany(error: KugouError): boolean {
  if (error instanceof KugouProtocolError) return error.status === 429;
  if (!(error instanceof KugouApiError)) return false;
  return error.status === 429 || (error.class === "limit" && error.retryable);
}
