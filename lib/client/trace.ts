import type { KugouErrorContext } from "./errors.ts";
import { redact, redactError } from "./redact.ts";

/** What one call has gone through; its errors take their context from it. */
export class Trace {
  /** The request ids that were sent, in order. */
  readonly requestIds: string[] = [];
  /** The request id that the last attempt was answered with, or `null`. */
  serverRequestId: string | null = null;
  readonly #secrets = new Set<string>();

  /** Remembers a secret that no error may show. */
  hide(secret: string): void {
    this.#secrets.add(secret);
  }

  redact(text: string): string {
    return redact(text, [...this.#secrets]);
  }

  /** The beginning of a text, on one line and without secrets. */
  excerpt(text: string): string {
    // Cut last: half a secret might no longer be found.
    const line = this.redact(text).replace(/[\s\p{Cc}]+/gu, " ").trim();
    return line.length > 200 ? `${line.slice(0, 199)}…` : line;
  }

  /** The context of an error that is thrown now. */
  context(cause?: unknown): KugouErrorContext {
    return {
      requestIds: this.requestIds,
      serverRequestId: this.serverRequestId,
      cause: redactError(cause, [...this.#secrets]),
    };
  }
}
