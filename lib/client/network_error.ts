/**
 * The error of a connection that failed or broke.
 *
 * @module
 */

import { KugouError, type KugouErrorContext } from "./error.ts";

/**
 * The endpoint could not be reached, or the connection broke: refused, DNS,
 * TLS, reset, or a body that ended too early. The cause is `fetch`'s own error.
 *
 * @example The endpoint is down
 * ```ts
 * import { KugouClient, KugouNetworkError } from "@kugou-iot/client";
 * import { assertEquals, assertRejects } from "@std/assert";
 *
 * const client = new KugouClient({
 *   accessToken: "a-token",
 *   endpoint: "http://127.0.0.1:1/",
 *   retry: false,
 * });
 * const error = await assertRejects(
 *   () => client.userInfo({ deviceId: "LAEG4YJE1A/dev01" }),
 *   KugouNetworkError,
 * );
 * assertEquals(error.phase, "headers");
 * ```
 */
export class KugouNetworkError extends KugouError {
  static {
    this.prototype.name = "KugouNetworkError";
  }
  /** Always `"network"`. */
  readonly kind = "network";
  /** Always `true`: the call only reads, and the network may come back. */
  readonly retryable = true;
  /** Whether it broke before the answer began (`headers`) or within (`body`). */
  readonly phase: "headers" | "body";

  /**
   * Makes the error.
   *
   * @param message One sentence on what broke.
   * @param phase Whether it broke before the answer began or within.
   * @param context What the call knew when it failed.
   */
  constructor(
    message: string,
    phase: "headers" | "body",
    context?: KugouErrorContext,
  ) {
    super(message, context);
    this.phase = phase;
  }
}
