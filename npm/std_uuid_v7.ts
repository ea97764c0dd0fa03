/**
 * Stands in for `@std/uuid/v7`. It imports nothing, because every start of the
 * command line loads it; a test holds it against npm's `uuid`.
 *
 * @module
 */

/** 48 bits of milliseconds, then version and variant among random bits. */
const V7 =
  /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/**
 * Says whether a string is a UUID of version 7.
 *
 * @param id The string to look at.
 * @returns Whether it is one.
 */
export function validate(id: string): boolean {
  return V7.test(id);
}

/**
 * Makes a UUID of version 7.
 *
 * @param timestamp Its time, in milliseconds since the Unix epoch.
 * @returns The UUID, in lower case.
 * @throws {RangeError} If the timestamp is not a non-negative integer.
 */
export function generate(timestamp: number = Date.now()): string {
  if (!Number.isInteger(timestamp) || timestamp < 0) {
    throw new RangeError(
      `Cannot generate UUID as timestamp must be a non-negative integer: timestamp ${timestamp}`,
    );
  }
  const time = BigInt.asUintN(48, BigInt(timestamp)).toString(16);
  // A random UUID differs in its first 48 bits and its version digit only.
  const hex = time.padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7${crypto.randomUUID().slice(15)}`;
}
