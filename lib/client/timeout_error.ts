/**
 * The error of a time limit that ran out.
 *
 * @module
 */

import { KugouError, type KugouErrorContext } from "./error.ts";

/**
 * What was under way when time ran out.
 *
 * - `token`: the `accessToken` function had not answered yet.
 * - `headers`: the server had not begun to answer.
 * - `body`: the server had begun to answer, but not ended.
 * - `wait`: the wait before the next attempt would have taken longer than the
 *   whole call may.
 */
export type KugouTimeoutPhase = "token" | "headers" | "body" | "wait";

/** Which limit ran out, for {@linkcode KugouTimeoutError}. */
export interface KugouTimeoutDetails {
  /** What was under way. */
  readonly phase: KugouTimeoutPhase;
  /** The option that set the limit. */
  readonly limit: "timeoutMs" | "totalTimeoutMs";
  /** The limit, in milliseconds. */
  readonly limitMs: number;
}

/**
 * A time limit ran out. Where an earlier attempt failed, its error is the
 * cause.
 *
 * @example The server is too slow
 * ```ts
 * import { KugouClient, KugouTimeoutError } from "@kugou-iot/client";
 * import { startSandbox } from "@kugou-iot/client/sandbox";
 * import { assertEquals, assertRejects } from "@std/assert";
 *
 * await using sandbox = startSandbox({ latencyMs: 5_000 });
 * const client = new KugouClient({
 *   accessToken: sandbox.accessToken,
 *   endpoint: sandbox.endpoint,
 *   timeoutMs: 20,
 *   retry: false,
 * });
 * const error = await assertRejects(
 *   () => client.userInfo({ deviceId: "LAEG4YJE1A/dev01" }),
 *   KugouTimeoutError,
 * );
 * assertEquals(error.limit, "timeoutMs");
 * assertEquals(error.phase, "headers");
 * ```
 */
export class KugouTimeoutError extends KugouError {
  static {
    this.prototype.name = "KugouTimeoutError";
  }
  /** Always `"timeout"`. */
  readonly kind = "timeout";
  /** Always `true`: the call only reads, and may be faster next time. */
  readonly retryable = true;
  /** What was under way when time ran out. */
  readonly phase: KugouTimeoutPhase;
  /** The option that set the limit. */
  readonly limit: "timeoutMs" | "totalTimeoutMs";
  /** The limit, in milliseconds. */
  readonly limitMs: number;

  /**
   * Makes the error.
   *
   * @param details Which limit ran out, and what was under way.
   * @param context What the call knew when it failed.
   */
  constructor(details: KugouTimeoutDetails, context?: KugouErrorContext) {
    const { phase, limit, limitMs } = details;
    super(
      `Cannot complete the request in time: ${
        WAITED_FOR[phase]
      } within ${limit} (${limitMs} ms)`,
      context,
    );
    this.phase = phase;
    this.limit = limit;
    this.limitMs = limitMs;
  }
}

const WAITED_FOR: Readonly<Record<KugouTimeoutPhase, string>> = {
  token: "the accessToken function did not answer",
  headers: "the server did not begin to answer",
  body: "the server did not finish its answer",
  wait: "the next attempt could not begin",
};
