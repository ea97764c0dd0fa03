/**
 * Tells what went wrong, to a person or to a program.
 *
 * @module
 */

import { KugouApiError } from "../client/api_error.ts";
import { KugouInputError } from "../client/input_error.ts";
import { KugouNetworkError } from "../client/network_error.ts";
import { KugouPermissionError } from "../client/permission_error.ts";
import { KugouProtocolError } from "../client/protocol_error.ts";
import { KugouTimeoutError } from "../client/timeout_error.ts";
import { type App, Interrupted } from "./app.ts";
import { exitCodeOf } from "./exit_codes.ts";
import { escapeJson, escapeText } from "./output.ts";
import { UsageError } from "./parse.ts";
import { MissingPermission } from "./permission.ts";

/**
 * Reports whatever was thrown.
 *
 * @param error What was thrown.
 * @param app Where to write.
 * @param words The words of the command line, which may all be wrong.
 * @returns The exit code.
 */
export async function reportFailure(
  error: unknown,
  app: App,
  words: readonly string[],
): Promise<number> {
  const failure = toFailure(error);
  const has = (option: string) => words.includes(option);
  if (has("--json")) await writeObject(failure, app);
  else await writeText(failure, app);
  if (failure.kind === "bug" && has("--verbose")) {
    for (const line of failure.stack?.split("\n") ?? []) {
      app.err.line(escapeText(line));
    }
  }
  return exitCodeOf(failure);
}

async function writeObject(failure: Failure, app: App): Promise<void> {
  const { failureObject } = await import("./failure_json.ts");
  const object = await failureObject(failure, app.about.deviceId);
  app.out.line(escapeJson(object, app.out.isTerminal));
}

async function writeText(failure: Failure, app: App): Promise<void> {
  const { writeFailure } = await import("./failure_text.ts");
  await writeFailure(failure, app);
}

/** An error that nobody has thought of: the program itself is wrong. */
export class Bug extends Error {
  /** For `switch` and for JSON, as in the client's errors. */
  readonly kind = "bug";

  /**
   * Makes the error.
   *
   * @param cause What was thrown.
   */
  constructor(cause: unknown) {
    const isError = cause instanceof Error;
    super(isError ? `${cause.name}: ${cause.message}` : String(cause));
    if (isError && cause.stack !== undefined) this.stack = cause.stack;
  }
}

const FAILURES = [
  KugouApiError,
  KugouInputError,
  KugouNetworkError,
  KugouPermissionError,
  KugouProtocolError,
  KugouTimeoutError,
  Interrupted,
  MissingPermission,
  UsageError,
] as const;

/** Every way to fail. */
export type Failure = InstanceType<typeof FAILURES[number]> | Bug;

/** A failure of a call, which knows the ids of its requests. */
export type CallFailure = Extract<Failure, { requestIds: readonly string[] }>;

/**
 * Sorts whatever was thrown.
 *
 * @param error What was thrown.
 * @returns The same error, or a bug for one that nobody has thought of.
 */
export function toFailure(error: unknown): Failure {
  const isKnown = FAILURES.some((known) => error instanceof known);
  return isKnown ? error as Failure : new Bug(error);
}

/**
 * Tells whether a failure knows the ids of its requests.
 *
 * @param failure The failure.
 * @returns Whether it is one of the client's.
 */
export function isCallFailure(failure: Failure): failure is CallFailure {
  return "requestIds" in failure;
}
