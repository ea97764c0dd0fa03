/**
 * Every way to fail, told apart by `kind`.
 *
 * @module
 */

import { KugouApiError } from "../client/api_error.ts";
import { KugouInputError } from "../client/input_error.ts";
import { KugouNetworkError } from "../client/network_error.ts";
import { KugouPermissionError } from "../client/permission_error.ts";
import { KugouProtocolError } from "../client/protocol_error.ts";
import { KugouTimeoutError } from "../client/timeout_error.ts";
import { Interrupted } from "./interrupt.ts";
import { MissingPermission } from "./permission.ts";
import { UsageError } from "./usage_error.ts";

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
