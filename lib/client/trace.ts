/**
 * What one call has gone through so far.
 *
 * @module
 */

import type { KugouErrorContext } from "./error.ts";
import { redact, redactError } from "./redact.ts";

/** What one call has gone through so far; its errors take their context from it. */
export class Trace {
  /** The request ids that were sent, in order. */
  readonly requestIds: string[] = [];
  /** The request id that the last attempt was answered with, or `null`. */
  serverRequestId: string | null = null;
  readonly #secrets: string[] = [];

  /**
   * Begins an attempt.
   *
   * @param requestId The request id that it sends.
   */
  begin(requestId: string): void {
    this.requestIds.push(requestId);
    this.serverRequestId = null;
  }

  /**
   * Remembers a secret that nothing may show.
   *
   * @param secret The secret.
   */
  hide(secret: string): void {
    if (!this.#secrets.includes(secret)) this.#secrets.push(secret);
  }

  /**
   * Takes the secrets of this call out of a text.
   *
   * @param text Any text.
   * @returns The text without them.
   */
  redact(text: string): string {
    return redact(text, this.#secrets);
  }

  /**
   * The beginning of a text, on one line and without the secrets of this call.
   *
   * @param text Any text, of any length.
   * @returns At most 200 characters.
   */
  excerpt(text: string): string {
    // Cut last: half a secret would no longer be found.
    const line = this.redact(text).replace(/[\s\p{Cc}]+/gu, " ").trim();
    return line.length > 200 ? `${line.slice(0, 199)}…` : line;
  }

  /**
   * The context of an error that is thrown now.
   *
   * @param cause What led to it.
   * @returns The context, without secrets.
   */
  context(cause?: unknown): KugouErrorContext {
    return {
      requestIds: this.requestIds,
      serverRequestId: this.serverRequestId,
      cause: redactError(cause, this.#secrets),
    };
  }
}
