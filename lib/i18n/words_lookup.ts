/**
 * Words that a lookup says besides its answer.
 *
 * @module
 */

/** An attempt, with everything in it ready to be shown. */
export interface AttemptFacts {
  /** Which attempt it was, from 1. */
  readonly number: number;
  /** The HTTP status, or `null` if no answer came. */
  readonly status: number | null;
  /** How long it took, in milliseconds. */
  readonly durationMs: number;
  /** The error code or kind, or `null` if it succeeded. */
  readonly error: string | null;
  /** The request id that was sent. */
  readonly requestId: string;
  /** The request id of the server, or `null`. */
  readonly serverRequestId: string | null;
  /** The wait before the next attempt, or `null`. */
  readonly retryInMs: number | null;
}

/** Words that a lookup says besides its answer. */
export interface LookupWords {
  /** What the access token is called where it was typed. */
  readonly tokenName: string;
  /** Asks for the access token. */
  readonly prompt: string;
  /** Says that the sandbox answers, not the real endpoint. */
  readonly sandbox: (endpoint: string) => string;
  /** Says where requests go, and within which limits. */
  readonly sending: (
    endpoint: string,
    limits: {
      readonly timeoutMs: number;
      readonly totalTimeoutMs: number;
      readonly retries: number;
    },
  ) => string;
  /** Says how an attempt ended. */
  readonly attempt: (facts: AttemptFacts) => string;
  /** What a dry run shows. */
  readonly dryRun: {
    readonly notSent: string;
    readonly request: string;
    readonly curl: string;
  };
}
