/**
 * The root of every error that the client throws.
 *
 * @module
 */

/**
 * Which branch of the error tree an error stands on; the same as its class,
 * for `switch` and for JSON.
 */
export type KugouErrorKind =
  | "input"
  | "api"
  | "network"
  | "timeout"
  | "protocol"
  | "permission";

/** What a call knew when it failed; every error carries it. */
export interface KugouErrorContext {
  /** The request ids that were sent, in order. Empty if nothing was sent. */
  readonly requestIds?: readonly string[];
  /** The request id that the server answered with, or `null`. */
  readonly serverRequestId?: string | null;
  /** What led to the error. Anything secret must have been taken out. */
  readonly cause?: unknown;
}

/**
 * The root of every error that the client throws.
 *
 * No error carries the access token or the request body: not in its message,
 * stack, cause, JSON or inspection.
 *
 * @example Tell the errors apart by class
 * ```ts
 * import { KugouClient, KugouError, KugouInputError } from "@kugou-iot/client";
 * import { assertInstanceOf, assertRejects } from "@std/assert";
 *
 * const client = new KugouClient({ accessToken: "a-token" });
 * const error = await assertRejects(
 *   () => client.userInfo({ deviceId: "no slash" }),
 *   KugouError,
 * );
 * assertInstanceOf(error, KugouInputError);
 * ```
 */
export abstract class KugouError extends Error {
  /** Which branch of the error tree this is. */
  abstract readonly kind: KugouErrorKind;
  /** Whether sending the same lookup again may succeed. */
  abstract readonly retryable: boolean;
  /** How long the server asked to wait, in milliseconds, or `null`. */
  readonly retryAfterMs: number | null = null;
  /** The request ids that were sent, in order; support asks for them. */
  readonly requestIds: readonly string[];
  /** The request id that the server answered with last, or `null`. */
  readonly serverRequestId: string | null;

  /**
   * Makes the error; called by its subclasses.
   *
   * @param message One sentence on what could not be done and why.
   * @param context What the call knew when it failed.
   */
  constructor(message: string, context: KugouErrorContext = {}) {
    super(
      message,
      context.cause === undefined ? undefined : { cause: context.cause },
    );
    this.requestIds = [...context.requestIds ?? []];
    this.serverRequestId = context.serverRequestId ?? null;
  }

  /** How often the request was sent; 0 if it failed before. */
  get attempts(): number {
    return this.requestIds.length;
  }

  /** The request id that was sent last, or `null` if nothing was sent. */
  get requestId(): string | null {
    return this.requestIds.at(-1) ?? null;
  }

  /**
   * The error as plain JSON, for logs.
   *
   * @returns The name, kind, message and all fields, without stack and cause.
   */
  toJSON(): Record<string, unknown> {
    return {
      ...Object.fromEntries(Object.entries(this)),
      name: this.name,
      kind: this.kind,
      message: this.message,
      attempts: this.attempts,
    };
  }
}

/**
 * Tells whether a fault that an HTTP status reports may pass by itself.
 *
 * @param status The HTTP status.
 * @returns `true` for 408, 429 and 5xx.
 */
export function isRetryableStatus(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}
