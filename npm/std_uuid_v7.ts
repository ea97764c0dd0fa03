/** Stands in for `@std/uuid/v7`; imports nothing, to start quickly. */

const V7 =
  /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** Says whether a string is a UUID of version 7. */
export function validate(id: string): boolean {
  return V7.test(id);
}

/** Makes a UUID of version 7 with a time in milliseconds since 1970. */
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
