import { AssertionError, suffix } from "./assertion_error.ts";

// deno-lint-ignore no-explicit-any
type ErrorType<E> = abstract new (...args: any[]) => E;

/** The arguments after the function: words, or a class and what follows it. */
type Expectation<E> = [
  errorClassOrMsg?: ErrorType<E> | string,
  msgIncludes?: string,
  msg?: string,
];

/**
 * Holds when the function throws.
 *
 * @param fn The function.
 * @param msg What to add when it does not.
 * @returns What it threw.
 */
export function assertThrows(fn: () => unknown, msg?: string): unknown;
/**
 * Holds when the function throws an error of that class and message.
 *
 * @param fn The function.
 * @param ErrorClass The class.
 * @param msgIncludes What the message should contain.
 * @param msg What to add when it does not.
 * @returns The error.
 */
export function assertThrows<E extends Error = Error>(
  fn: () => unknown,
  ErrorClass: ErrorType<E>,
  msgIncludes?: string,
  msg?: string,
): E;
export function assertThrows<E extends Error = Error>(
  fn: () => unknown,
  ...expectation: Expectation<E>
): unknown {
  try {
    fn();
  } catch (error) {
    return checkError(error, "thrown", expectation);
  }
  throw new AssertionError(`Expected function to throw${words(expectation)}`);
}

/**
 * Holds when the promise that the function returns is rejected.
 *
 * @param fn The function.
 * @param msg What to add when it is not.
 * @returns What it was rejected with.
 */
export function assertRejects(
  fn: () => PromiseLike<unknown>,
  msg?: string,
): Promise<unknown>;
/**
 * Holds when the promise that the function returns is rejected with an error
 * of that class and message.
 *
 * @param fn The function.
 * @param ErrorClass The class.
 * @param msgIncludes What the message should contain.
 * @param msg What to add when it does not.
 * @returns The error.
 */
export function assertRejects<E extends Error = Error>(
  fn: () => PromiseLike<unknown>,
  ErrorClass: ErrorType<E>,
  msgIncludes?: string,
  msg?: string,
): Promise<E>;
export async function assertRejects<E extends Error = Error>(
  fn: () => PromiseLike<unknown>,
  ...expectation: Expectation<E>
): Promise<unknown> {
  const promise = callForPromise(fn, words(expectation));
  try {
    await promise;
  } catch (error) {
    return checkError(error, "rejected", expectation);
  }
  throw new AssertionError(`Expected function to reject${words(expectation)}`);
}

/** A function that throws, or returns no promise, has not rejected. */
function callForPromise(fn: () => PromiseLike<unknown>, words: string) {
  try {
    const promise = fn();
    if (typeof promise.then === "function") return promise;
  } catch { /* says the same */ }
  throw new AssertionError(`Function throws when expected to reject${words}`);
}

function words([first, , msg]: Expectation<unknown>): string {
  return suffix(typeof first === "string" ? first : msg);
}

function checkError<E extends Error>(
  error: unknown,
  how: string,
  expectation: Expectation<E>,
): unknown {
  const [ErrorClass, msgIncludes = ""] = expectation;
  if (typeof ErrorClass !== "function") return error;
  const end = words(expectation);
  if (!(error instanceof Error)) {
    throw new AssertionError(`A non-Error object was ${how}${end}`);
  }
  if (!(error instanceof ErrorClass)) {
    throw new AssertionError(
      `Expected error to be instance of "${ErrorClass.name}", but was "${error.constructor.name}"${end}`,
    );
  }
  if (!error.message.includes(msgIncludes)) {
    throw new AssertionError(
      `Expected error message to include ${
        JSON.stringify(msgIncludes)
      }, but got ${JSON.stringify(error.message)}${end}`,
    );
  }
  return error;
}
