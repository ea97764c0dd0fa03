/**
 * The error that the endpoint itself answered with.
 *
 * @module
 */

import {
  isRetryableStatus,
  KugouError,
  type KugouErrorContext,
} from "./error.ts";
import { explainErrorCode, type KugouErrorCode } from "./error_codes.ts";
import type {
  KugouErrorClass,
  KugouErrorRetry,
  LocalizedText,
} from "./error_info.ts";

/** What the server answered, for {@linkcode KugouApiError}. */
export interface KugouApiErrorDetails {
  /** The code as the server sent it; a number as its decimal text. */
  readonly code: KugouErrorCode;
  /** The server's own message, which may be empty. */
  readonly serverMessage: string;
  /** The HTTP status; the endpoint sends its errors with 200. */
  readonly status: number;
  /** How long the server asked to wait, in milliseconds, or `null`. */
  readonly retryAfterMs: number | null;
}

/**
 * The endpoint understood the request and answered with an error code.
 *
 * @example Decide by class, without knowing every code
 * ```ts
 * import { KugouApiError, KugouClient } from "@kugou-iot/client";
 * import { startSandbox } from "@kugou-iot/client/sandbox";
 * import { assertEquals, assertRejects } from "@std/assert";
 *
 * await using sandbox = startSandbox();
 * const client = new KugouClient(sandbox);
 * const error = await assertRejects(
 *   () => client.userInfo({ deviceId: "LAEG4YJE1A/nobody" }),
 *   KugouApiError,
 * );
 * assertEquals(error.class, "not-found");
 * assertEquals(error.code, "ResourceNotFound.DeviceNotExist");
 * ```
 */
export class KugouApiError extends KugouError {
  static {
    this.prototype.name = "KugouApiError";
  }
  /** Always `"api"`. */
  readonly kind = "api";
  /** The code as the server sent it; a number as its decimal text. */
  readonly code: KugouErrorCode;
  /** The family of the code. */
  readonly class: KugouErrorClass;
  /** Whether sending the lookup again is worth it, or only with a fresh token. */
  readonly retry: KugouErrorRetry;
  /** Whether sending the very same lookup again may succeed. */
  readonly retryable: boolean;
  /** What the code means, in English and Chinese. */
  readonly meaning: LocalizedText;
  /** What to do next, in English and Chinese. */
  readonly hint: LocalizedText;
  /** The server's own message, which may be empty. */
  readonly serverMessage: string;
  /** The HTTP status; the endpoint sends its errors with 200. */
  readonly status: number;
  /** How long the server asked to wait, in milliseconds, or `null`. */
  override readonly retryAfterMs: number | null;

  /**
   * Makes the error.
   *
   * @param details What the server answered.
   * @param context What the call knew when it failed.
   */
  constructor(details: KugouApiErrorDetails, context?: KugouErrorContext) {
    const { code, serverMessage, status, retryAfterMs } = details;
    const explanation = explainErrorCode(code);
    super(
      `Cannot complete the request: the server answered ${code}: ${
        serverMessage || explanation.meaning.en
      }`,
      context,
    );
    this.code = code;
    this.class = explanation.class;
    this.retry = explanation.retry;
    this.retryable = explanation.basedOn === null
      ? isRetryableStatus(status)
      : explanation.retry === "yes";
    this.meaning = explanation.meaning;
    this.hint = explanation.hint;
    this.serverMessage = serverMessage;
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}
