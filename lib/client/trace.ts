/**
 * What one call has gone through so far.
 *
 * @module
 */

import { KugouError, type KugouErrorContext } from "./error.ts";
import { redact } from "./redact.ts";

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

/**
 * Gives an error that may be shown: the error itself if it is plain and holds
 * no secret, else a copy of its name and message without them.
 *
 * A `fetch` of the caller's own may throw anything, even the request.
 *
 * @param error What was thrown.
 * @param secrets The secrets, none of them empty.
 * @returns An error, or `undefined` if nothing was thrown.
 */
function redactError(
  error: unknown,
  secrets: readonly string[],
): unknown {
  // The client's own errors were made without secrets.
  if (error === undefined || error instanceof KugouError) return error;
  if (isPlain(error, secrets)) return error;
  if (!(error instanceof Error)) return new Error(redact(text(error), secrets));
  const copy = new Error(redact(error.message, secrets), {
    cause: redactError(error.cause, secrets),
  });
  copy.name = redact(error.name, secrets);
  // The stack was taken here and would say nothing of where it was thrown.
  copy.stack = `${copy.name}: ${copy.message}`;
  return copy;
}

function text(value: unknown): string {
  return typeof value === "string" ? value : Object.prototype.toString.call(
    value,
  );
}

/** An error of which every part can be read, and none holds a secret. */
function isPlain(
  value: unknown,
  secrets: readonly string[],
  seen: readonly unknown[] = [],
): boolean {
  if (typeof value === "string") return redact(value, secrets) === value;
  if (typeof value === "function") return false;
  if (typeof value !== "object" || value === null) return true;
  if (seen.includes(value)) return true;
  if (!(value instanceof Error)) return false;
  return Reflect.ownKeys(value).every((key) =>
    isPlain(Reflect.get(value, key), secrets, [...seen, value])
  );
}
