/**
 * What a client tells about each attempt.
 *
 * @module
 */

import type { KugouError } from "./error.ts";

/** One attempt of a call, after it has ended. */
export interface KugouAttempt {
  /** Which attempt of the call it was, from 1. */
  readonly number: number;
  /** The request id that was sent. */
  readonly requestId: string;
  /** The request id that the server answered with, or `null`. */
  readonly serverRequestId: string | null;
  /** The HTTP status, or `null` if no answer came. */
  readonly status: number | null;
  /** How long the attempt took, in milliseconds. */
  readonly durationMs: number;
  /** What went wrong, or `null` if the attempt succeeded. */
  readonly error: KugouError | null;
  /** The wait before the next attempt, or `null` if this was the last. */
  readonly retryInMs: number | null;
}
