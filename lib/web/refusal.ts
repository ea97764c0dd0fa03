/**
 * A request that the page itself refuses.
 *
 * @module
 */

import type { HttpFailure } from "../i18n/web.ts";

/** A request that the page itself refuses. */
export class Refusal extends Error {
  static {
    this.prototype.name = "Refusal";
  }
  /** The HTTP status to answer with. */
  readonly status: HttpFailure;
  /** How long to wait before the next try, in milliseconds, or `null`. */
  readonly retryAfterMs: number | null;

  /**
   * Makes the refusal.
   *
   * @param status The HTTP status to answer with.
   * @param retryAfterMs How long to wait before the next try, if that helps.
   */
  constructor(status: HttpFailure, retryAfterMs: number | null = null) {
    super(`Refused with HTTP status ${status}`);
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}
