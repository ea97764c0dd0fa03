/**
 * Words of the sandbox.
 *
 * @module
 */

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
