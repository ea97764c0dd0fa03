/**
 * Words about what went wrong, and what to do next.
 *
 * @module
 */

import type { KugouErrorClass } from "../client/error_info.ts";
import type { KugouTimeoutPhase } from "../client/timeout_error.ts";

/** Words about what went wrong, and what to do next. */
export interface FailureWords {
  /** What was wrong, in one line. */
  readonly title: {
    /** Something that was given; `null` for the command line as a whole. */
    readonly input: (subject: string | null, reason: string) => string;
    /** The endpoint answered with an error code. */
    readonly api: (meaning: string) => string;
    /** The connection failed before the answer, or within it. */
    readonly network: Readonly<Record<"headers" | "body", string>>;
    /** A limit ran out. */
    readonly timeout: (
      phase: KugouTimeoutPhase,
      limitMs: number,
      attempts: number,
    ) => string;
    /** Something else than the endpoint answered. */
    readonly protocol: (status: number) => string;
    /** Deno did not allow something. */
    readonly permission: (flag: string) => string;
    /** Ctrl-C was pressed. */
    readonly interrupted: string;
    /** The program itself is wrong. */
    readonly bug: (message: string) => string;
  };
  /** Names of the rows. */
  readonly label: {
    readonly suggestion: string;
    readonly expected: string;
    readonly example: string;
    readonly code: string;
    readonly serverSays: string;
    readonly detail: string;
    readonly received: string;
    readonly next: string;
    readonly retry: string;
    readonly requestId: string;
    readonly requestIds: string;
    readonly serverRequestId: string;
  };
  /** Names of the families of error codes. */
  readonly class: Readonly<Record<KugouErrorClass, string>>;
  /** What to do next. */
  readonly next: {
    readonly network: string;
    readonly timeout: (option: string) => string;
    readonly protocol: string;
    readonly busy: string;
    readonly permission: (flag: string) => string;
    readonly bug: string;
  };
  /** Whether the same lookup may succeed. */
  readonly retry: {
    readonly yes: string;
    readonly no: string;
    readonly freshToken: string;
    readonly after: (ms: number) => string;
  };
  /** Stands for an answer without a body. */
  readonly emptyBody: string;
}
