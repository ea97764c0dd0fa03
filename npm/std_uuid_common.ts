/**
 * Stands in for `@std/uuid/common`. It imports nothing, because every start of
 * the command line loads it; a test holds it against npm's `uuid`.
 *
 * @module
 */

const UUID =
  /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[1-7][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|0{8}(?:-0{4}){3}-0{12})$/i;

/**
 * Says whether a string is a UUID, of any version up to 7 or nil.
 *
 * @param uuid The string to look at.
 * @returns Whether it is one.
 */
export function validate(uuid: string): boolean {
  return UUID.test(uuid);
}
