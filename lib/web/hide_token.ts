/**
 * Takes the token out of whatever goes back.
 *
 * @module
 */

import { isSurelyAbsent, redact } from "../client/redact.ts";

/** A shorter one is no token, and would take letters out of every word. */
const SHORTEST = 8;

/**
 * Takes a token out of every text within a value: the server may send it back,
 * and it may have been typed into a wrong field.
 *
 * @param value Any JSON value.
 * @param token The token, whatever was given for it.
 * @returns A copy with `***` where the token stood.
 */
export function hideToken<T>(value: T, token: unknown): T {
  if (typeof token !== "string" || token.length < SHORTEST) return value;
  return hide(value, [token]) as T;
}

/**
 * Writes a value as JSON, with a token taken out as {@linkcode hideToken} does.
 * Most answers do not have the token: those are written and no more.
 *
 * @param token The token, whatever was given for it.
 * @param value Anything that JSON can hold.
 * @returns The JSON.
 */
export function stringifyWithout(token: unknown, value: object): string {
  const json = JSON.stringify(value);
  if (typeof token !== "string" || isSurelyAbsent(json, token)) return json;
  return JSON.stringify(hideToken(JSON.parse(json), token));
}

function hide(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === "string") return redact(value, secrets);
  if (Array.isArray(value)) return value.map((item) => hide(item, secrets));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map((
      [key, item],
    ) => [redact(key, secrets), hide(item, secrets)]),
  );
}
