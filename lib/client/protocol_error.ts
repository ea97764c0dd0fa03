/**
 * The error of an answer that is not the endpoint's.
 *
 * @module
 */

import {
  isRetryableStatus,
  KugouError,
  type KugouErrorContext,
} from "./error.ts";

/** What was wrong with an answer, for {@linkcode KugouProtocolError}. */
export interface KugouProtocolDetails {
  /** The HTTP status of the answer. */
  readonly status: number;
  /** What an answer should have been. */
  readonly expected: string;
  /** The beginning of the answer, on one line, without the token. */
  readonly excerpt: string;
  /** How long the server asked to wait, in milliseconds, or `null`. */
  readonly retryAfterMs: number | null;
}

/**
 * Something answered, but not as the endpoint does: a proxy's error page, a
 * redirect, JSON that ends too early, or a body of more than 1 MiB.
 *
 * @example A gateway is in trouble
 * ```ts
 * import { KugouClient, KugouProtocolError } from "@kugou-iot/client";
 * import { assertEquals, assertRejects } from "@std/assert";
 *
 * const client = new KugouClient({
 *   accessToken: "a-token",
 *   retry: false,
 *   fetch: () => Promise.resolve(new Response("<h1>Bad gateway</h1>", { status: 502 })),
 * });
 * const error = await assertRejects(
 *   () => client.userInfo({ deviceId: "LAEG4YJE1A/dev01" }),
 *   KugouProtocolError,
 * );
 * assertEquals(error.status, 502);
 * assertEquals(error.excerpt, "<h1>Bad gateway</h1>");
 * ```
 */
export class KugouProtocolError extends KugouError {
  static {
    this.prototype.name = "KugouProtocolError";
  }
  /** Always `"protocol"`. */
  readonly kind = "protocol";
  /** Whether the HTTP status is one that may pass: 408, 429 or 5xx. */
  readonly retryable: boolean;
  /** The HTTP status of the answer. */
  readonly status: number;
  /** What an answer should have been. */
  readonly expected: string;
  /** The beginning of the answer, on one line, without the token. */
  readonly excerpt: string;
  /** How long the server asked to wait, in milliseconds, or `null`. */
  override readonly retryAfterMs: number | null;

  /**
   * Makes the error.
   *
   * @param details What was wrong with the answer.
   * @param context What the call knew when it failed.
   */
  constructor(details: KugouProtocolDetails, context?: KugouErrorContext) {
    const { status, expected, excerpt, retryAfterMs } = details;
    super(
      `Cannot read the answer as it must be ${expected}: HTTP status is ${status}, body is ${
        excerpt === "" ? "empty" : JSON.stringify(excerpt)
      }`,
      context,
    );
    this.retryable = isRetryableStatus(status);
    this.status = status;
    this.expected = expected;
    this.excerpt = excerpt;
    this.retryAfterMs = retryAfterMs;
  }
}
