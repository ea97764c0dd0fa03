/** The error of every assertion that does not hold. */
export class AssertionError extends Error {
  /**
   * Makes one.
   *
   * @param message What did not hold.
   * @param options Its cause.
   */
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "AssertionError";
  }
}

/**
 * Fails without a condition.
 *
 * @param msg Why.
 * @throws {AssertionError} Always.
 */
export function fail(msg?: string): never {
  throw new AssertionError(`Failed assertion${suffix(msg)}`);
}

/**
 * Ends a message with the caller's own words, if there are any.
 *
 * @param msg The caller's words.
 * @returns What to put after the message.
 */
export function suffix(msg?: string): string {
  return msg ? `: ${msg}` : ".";
}
