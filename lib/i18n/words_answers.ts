/**
 * Words that the commands say with their answers.
 *
 * @module
 */

import type {
  KugouErrorClass,
  KugouErrorInfo,
  KugouErrorRetry,
} from "../client/error_info.ts";
import type { KugouMemberships, KugouMembershipState } from "../client/user.ts";

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

/** How far away a moment is, in the largest unit that it fills. */
export interface Distance {
  /** How many of the unit. */
  readonly count: number;
  /** The unit. */
  readonly unit: "day" | "hour" | "minute";
}

/** Words of the card that shows a user. */
export interface CardWords {
  /** Names of the rows. */
  readonly label: {
    readonly device: string;
    readonly nickname: string;
    readonly userId: string;
    readonly avatar: string;
    readonly vipFlag: string;
    readonly memberships: string;
    readonly otherFields: string;
    readonly requestId: string;
    readonly serverRequestId: string;
    readonly attempts: string;
  };
  /** Stands for a field that the server did not send. */
  readonly notSent: string;
  /** The flag is set. */
  readonly yes: string;
  /** The flag is not set. */
  readonly no: string;
  /** Names of the memberships. */
  readonly membership: Readonly<Record<keyof KugouMemberships, string>>;
  /** Names of their states. */
  readonly state: Readonly<Record<KugouMembershipState, string>>;
  /** How long a membership still lasts. */
  readonly left: (distance: Distance) => string;
  /** How long ago it ended. */
  readonly ago: (distance: Distance) => string;
  /** When it ends. */
  readonly until: (time: string) => string;
  /** When it ended. */
  readonly since: (time: string) => string;
  /** The same moment by the clocks of China. */
  readonly inChina: (time: string) => string;
  /** What the server sent where nobody can read it. */
  readonly sentAs: (raw: string) => string;
}

/** Words about error codes. */
export interface ExplainWords {
  /** Names of the rows. */
  readonly label: {
    readonly code: string;
    readonly class: string;
    readonly meaning: string;
    readonly next: string;
    readonly retry: string;
    readonly source: string;
    readonly exitCode: string;
    readonly basedOn: string;
    readonly suggestion: string;
  };
  /** Where a code is documented. */
  readonly source: Readonly<Record<KugouErrorInfo["source"], string>>;
  /** Names of the families. */
  readonly class: Readonly<Record<KugouErrorClass, string>>;
  /** Whether a retry is worth it. */
  readonly retry: Readonly<Record<KugouErrorRetry, string>>;
  /** The code is not documented, but its beginning is. */
  readonly basedOn: (prefix: string) => string;
  /** Says how to learn more. */
  readonly more: (command: string) => string;
}

/** How many lines failed for each reason. */
export type FailedCounts = readonly (readonly [kind: string, count: number])[];

/** Words that a batch says besides its answers. */
export interface BatchWords {
  /** How many lines have ended, and in what. */
  readonly counts: (done: number, ok: number, failed: FailedCounts) => string;
  /** How many lines end each second. */
  readonly rate: (perSecond: number) => string;
  /** How long it will still take, in seconds. */
  readonly left: (seconds: number) => string;
  /** How many lines are in the output from before. */
  readonly already: (path: string, lines: number) => string;
  /** Ctrl-C was pressed once. */
  readonly stopping: string;
  /** How to go on with a batch that was stopped. */
  readonly resume: (command: string) => string;
  /** How to go on with a batch that was stopped and that kept no file. */
  readonly noResume: string;
  /** The end. */
  readonly summary: (counts: string, seconds: number, rate: string) => string;
  /** What is wrong with a number of lines per second. */
  readonly rateExpected: string;
  /** What is wrong with an option that is no good without another. */
  readonly needs: (other: string) => { reason: string; expected: string };
  /** `--token-stdin` and an input from stdin. */
  readonly stdinTwice: { reason: string; expected: string };
  /** The output takes no more; the message is the system's. */
  readonly cannotWrite: (
    message: string,
  ) => { reason: string; expected: string };
  /** The index of this shard is not there. */
  readonly noIndex: { reason: string; expected: string };
}

/** What became of a request. */
export interface LogFacts {
  /** Whether the access token was right. */
  readonly token: "valid" | "unknown" | "missing";
  /** The device, or what was asked for instead. */
  readonly subject: string;
  /** What became of it: a code, a fault, an HTTP status. */
  readonly outcome: string;
  /** How long it took, in milliseconds. */
  readonly durationMs: number;
}

/** Words of the sandbox. */
export interface SandboxWords {
  /** Says that it runs. */
  readonly title: string;
  /** Names of the rows. */
  readonly label: {
    readonly endpoint: string;
    readonly token: string;
    readonly devices: string;
    readonly errors: string;
    readonly faults: string;
  };
  /** Stands for any error code. */
  readonly anyCode: string;
  /** Stands for any fault. */
  readonly anyFault: string;
  /** What such a device does. */
  readonly errorDevice: string;
  /** What such a device does. */
  readonly faultDevice: (help: string) => string;
  /** Stands above a command to copy. */
  readonly tryCurl: string;
  /** Stands above a command to copy, for another terminal. */
  readonly tryProgram: string;
  /** Says that requests are logged, and how to end. */
  readonly waiting: string;
  /** The answer had data. */
  readonly data: string;
  /** The client went away. */
  readonly aborted: string;
  /** What is said about the token. */
  readonly token: Readonly<Record<LogFacts["token"], string>>;
}
