/** Stands in for `@std/uuid/common`; imports nothing, to start quickly. */

const UUID =
  /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[1-7][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|0{8}(?:-0{4}){3}-0{12})$/i;

/** Says whether a string is a UUID, of any version up to 7 or nil. */
export function validate(uuid: string): boolean {
  return UUID.test(uuid);
}
