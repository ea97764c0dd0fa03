/**
 * Words about what went wrong, and about a command line that cannot be obeyed.
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

/** What is wrong, and what would be right. */
export interface UsageProblem {
  /** What is wrong, as the end of a sentence about it. */
  readonly reason: string;
  /** What would be right. */
  readonly expected?: string;
  /** What to type instead. */
  readonly example?: string;
}

/** Why a file could not be read. */
export type FileProblem =
  | "missing"
  | "directory"
  | "denied"
  | "tooLong"
  | "unreadable";

/** Words about a command line that cannot be obeyed. */
export interface UsageWords {
  /** No command was given. */
  readonly noCommand: (commands: readonly string[]) => UsageProblem;
  /** The command does not exist; the word is `null` where it is not shown. */
  readonly unknownCommand: (
    word: string | null,
    commands: readonly string[],
  ) => UsageProblem;
  /** The option does not exist; the word is `null` where it is not shown. */
  readonly unknownOption: (
    word: string | null,
    help: string,
  ) => UsageProblem;
  /** The option needs a value. */
  readonly noValue: (value: string, example: string) => UsageProblem;
  /** The option takes no value. */
  readonly valueRefused: (option: string) => UsageProblem;
  /** The option stands there more than once. */
  readonly repeated: UsageProblem;
  /** The command needs one more word. */
  readonly operandMissing: (usage: string, example: string) => UsageProblem;
  /** The command takes fewer words. */
  readonly operandsTooMany: (usage: string, example: string) => UsageProblem;
  /** The value is none of those that are possible. */
  readonly notAChoice: (
    choices: readonly string[],
  ) => UsageProblem;
  /** Two options that cannot stand together. */
  readonly conflict: (other: string) => UsageProblem;
  /** A secret does not belong on the command line. */
  readonly tokenInArguments: UsageProblem;
  /** There is no access token. */
  readonly noToken: UsageProblem;
  /** What can be wrong with a duration. */
  readonly duration: Readonly<
    Record<"shape" | "unit" | "short" | "negative" | "huge", UsageProblem>
  >;
  /** The value is no whole number in the range. */
  readonly notInRange: (
    min: number,
    max: number,
    example: string,
  ) => UsageProblem;
  /** The parameters are no JSON. */
  readonly paramsNotJson: UsageProblem;
  /** The parameters have a number that JavaScript cannot hold. */
  readonly paramsTooManyDigits: UsageProblem;
  /** A file could not be read. */
  readonly file: Readonly<Record<FileProblem, UsageProblem>>;
  /** The random faults cannot be read; the detail is in English. */
  readonly faults: (detail: string) => UsageProblem;
  /** Somebody else listens on the port. */
  readonly portTaken: UsageProblem;
  /** This user may not listen on the port. */
  readonly portDenied: UsageProblem;
}
