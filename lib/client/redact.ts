/**
 * Takes secrets out of text and errors before anybody sees them.
 *
 * @module
 */

import { KugouError } from "./error.ts";

/** What stands where a secret stood. */
export const REDACTED = "***";

/** A cut-off secret shorter than this at the end of a text is left alone. */
const SHORTEST_TAIL = 8;

/**
 * Takes secrets out of a text, plain or as JSON and URLs write them, and also
 * where the text ends in the middle of one.
 *
 * @param text Any text.
 * @param secrets The secrets, none of them empty.
 * @returns The text with `***` for each.
 */
export function redact(text: string, secrets: readonly string[]): string {
  let result = text;
  for (const secret of secrets) {
    if (isSurelyAbsent(text, secret)) continue;
    for (const form of formsOf(secret)) {
      result = redactTail(result.replaceAll(form, REDACTED), form);
    }
  }
  return result;
}

/** Cheap to say of nearly every text, so that masking costs a lookup nothing. */
function isSurelyAbsent(text: string, secret: string): boolean {
  const beginning = secret.slice(0, SHORTEST_TAIL);
  // Then every form of the secret begins so, and what is cut off of one.
  const hasOneForm = /^[\w.~-]*$/.test(beginning);
  return hasOneForm && !text.includes(beginning);
}

function formsOf(secret: string): Set<string> {
  return new Set([
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
  ]);
}

/** A connection may break in the middle of a secret that was sent back. */
function redactTail(text: string, secret: string): string {
  for (let length = secret.length - 1; length >= SHORTEST_TAIL; length--) {
    if (text.endsWith(secret.slice(0, length))) {
      return text.slice(0, -length) + REDACTED;
    }
  }
  return text;
}

/**
 * Gives an error that may be shown: the error itself if it is plain and holds
 * no secret, else a copy of its name and message without them.
 *
 * A `fetch` of the caller's own may throw anything, even the request.
 *
 * @param error What was thrown.
 * @param secrets The secrets, none of them empty.
 * @returns An error, or `undefined` if nothing was thrown.
 */
export function redactError(
  error: unknown,
  secrets: readonly string[],
): unknown {
  // The client's own errors were made without secrets.
  if (error === undefined || error instanceof KugouError) return error;
  if (isPlain(error, secrets)) return error;
  if (!(error instanceof Error)) return new Error(redact(text(error), secrets));
  const copy = new Error(redact(error.message, secrets), {
    cause: redactError(error.cause, secrets),
  });
  copy.name = redact(error.name, secrets);
  // The stack was taken here and would say nothing of where it was thrown.
  copy.stack = `${copy.name}: ${copy.message}`;
  return copy;
}

function text(value: unknown): string {
  return typeof value === "string" ? value : Object.prototype.toString.call(
    value,
  );
}

/** An error of which every part can be read, and none holds a secret. */
function isPlain(
  value: unknown,
  secrets: readonly string[],
  seen: readonly unknown[] = [],
): boolean {
  if (typeof value === "string") return redact(value, secrets) === value;
  if (typeof value === "function") return false;
  if (typeof value !== "object" || value === null) return true;
  if (seen.includes(value)) return true;
  if (!(value instanceof Error)) return false;
  return Reflect.ownKeys(value).every((key) =>
    isPlain(Reflect.get(value, key), secrets, [...seen, value])
  );
}
