/** When a call is sent again, and how long it waits before. */

import { checkMs, checkNumber } from "./checks.ts";
import type { KugouError } from "./errors.ts";

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

/** Checks retry options and fills in the defaults. */
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

/** How long to wait before a failed call is sent again, or `null` for never. */
export function retryWaitMs(
  error: KugouError,
  retries: number,
  policy: RetryPolicy,
): number | null {
  if (!error.retryable || retries >= policy.limit) return null;
  const asked = error.retryAfterMs;
  if (asked === null) return backoffMs(retries, policy);
  return asked <= policy.maxRetryAfterMs ? asked : null;
}

/** Full jitter: clients that failed together do not come back together. */
function backoffMs(
  retries: number,
  { baseDelayMs, maxDelayMs }: RetryPolicy,
): number {
  const longest = Math.min(maxDelayMs, baseDelayMs * 2 ** retries);
  return Math.floor(Math.random() * (longest + 1));
}

/** RFC 9111 takes this for any delay that is too long to be held. */
const MAX_DELAY_SECONDS = 2 ** 31;

/**
 * Reads `Retry-After`: seconds or a date in any of the three forms of RFC 9110,
 * sections 5.6.7 and 10.2.3.
 */
export function retryAfterMsOf(headers: Headers): number | null {
  const text = headers.get("retry-after")?.trim() ?? "";
  if (/^\d+$/.test(text)) {
    return Math.min(Number(text), MAX_DELAY_SECONDS) * 1000;
  }
  if (ASCTIME.test(text)) return msUntil(`${text} GMT`);
  return HTTP_DATE.test(text) ? msUntil(text) : null;
}

/** `Sun, 06 Nov 1994 08:49:37 GMT`, or `Sunday, 06-Nov-94 08:49:37 GMT`. */
const HTTP_DATE = /^[A-Z][a-z]+, \d{1,2}[ -][A-Z][a-z]+[ -]\d+ [\d:]{8} GMT$/;
/** `Sun Nov  6 08:49:37 1994`, which is UTC although it does not say so. */
const ASCTIME = /^[A-Z][a-z]+ [A-Z][a-z]+ [ \d]\d [\d:]{8} \d{4}$/;

function msUntil(date: string): number | null {
  const time = Date.parse(date);
  return Number.isNaN(time) ? null : Math.max(0, time - Date.now());
}
