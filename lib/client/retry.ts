/**
 * When a call is sent again, and how long it waits before.
 *
 * @module
 */

import type { KugouError } from "./error.ts";
import { checkMs, checkNumber } from "./input_error.ts";

/** How a client retries; see {@linkcode KugouClientOptions.retry}. */
export interface KugouRetryOptions {
  /**
   * How often a call is sent again after it failed, 0 or more.
   *
   * @default {2}
   */
  limit?: number;
  /**
   * The longest wait before the first retry, in milliseconds. It doubles from
   * retry to retry; the wait itself is a random share of it.
   *
   * @default {250}
   */
  baseDelayMs?: number;
  /**
   * What the longest wait never grows beyond, in milliseconds.
   *
   * @default {4_000}
   */
  maxDelayMs?: number;
  /**
   * The longest `Retry-After` that is obeyed, in milliseconds. Where the
   * server asks for more, the call fails at once, and its error has the wait
   * in `retryAfterMs`.
   *
   * @default {20_000}
   */
  maxRetryAfterMs?: number;
}

/** Retry options with every default filled in. */
export type RetryPolicy = Readonly<Required<KugouRetryOptions>>;

const DEFAULTS: RetryPolicy = {
  limit: 2,
  baseDelayMs: 250,
  maxDelayMs: 4_000,
  maxRetryAfterMs: 20_000,
};

/**
 * Checks retry options and fills in the defaults.
 *
 * @param options The options, or `false` for no retry.
 * @returns The whole policy.
 * @throws {KugouInputError} If a number is out of range.
 */
export function resolveRetry(
  options: KugouRetryOptions | false = {},
): RetryPolicy {
  const policy = { ...DEFAULTS, ...(options || { limit: 0 }) };
  checkNumber("retry.limit", policy.limit, 0, 100);
  checkMs("retry.baseDelayMs", policy.baseDelayMs, 0);
  checkMs("retry.maxDelayMs", policy.maxDelayMs, 0);
  checkMs("retry.maxRetryAfterMs", policy.maxRetryAfterMs, 0);
  return policy;
}

/**
 * How long to wait before a retry: exponential, capped, with full jitter, so
 * that clients which failed together do not come back together.
 *
 * @param retry Which retry it is, from 0.
 * @param policy The retry policy.
 * @param random A number from 0 up to, but not including, 1.
 * @returns The wait in whole milliseconds.
 */
export function backoffMs(
  retry: number,
  policy: RetryPolicy,
  random: number,
): number {
  const ceiling = Math.min(policy.maxDelayMs, policy.baseDelayMs * 2 ** retry);
  return Math.floor(random * (ceiling + 1));
}

/**
 * How long to wait before a failed call is sent again, if it is at all.
 *
 * @param error What went wrong.
 * @param retries How often it was sent again before.
 * @param policy The retry policy.
 * @param random A number from 0 up to, but not including, 1.
 * @returns The wait in milliseconds, or `null` if it is not sent again.
 */
export function retryWaitMs(
  error: KugouError,
  retries: number,
  policy: RetryPolicy,
  random: number,
): number | null {
  if (!error.retryable || retries >= policy.limit) return null;
  const asked = error.retryAfterMs;
  if (asked === null) return backoffMs(retries, policy, random);
  return asked <= policy.maxRetryAfterMs ? asked : null;
}

/**
 * How long the headers of an answer ask to wait.
 *
 * @param headers The headers.
 * @returns The wait in milliseconds, or `null` if they ask for none.
 */
export function retryAfterMsOf(headers: Headers): number | null {
  return parseRetryAfter(headers.get("retry-after"));
}

/**
 * Reads a `Retry-After` header, in seconds or as an HTTP date (RFC 9110,
 * section 10.2.3).
 *
 * @param value The header, or `null` if there was none.
 * @returns The wait in milliseconds, 0 for a date that has passed, or `null`
 * if there is nothing to read.
 */
export function parseRetryAfter(
  value: string | null,
): number | null {
  if (value === null) return null;
  const text = value.trim();
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  // Date.parse alone would take "-1" and "2" for dates.
  if (!/^[A-Za-z]+,? .*\d\d:\d\d:\d\d/.test(text)) return null;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - Date.now());
}
