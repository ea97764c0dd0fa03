/** Takes secrets out of what people may see. */

import { KugouError } from "./errors.ts";
import type { JsonValue } from "./json.ts";

/** What stands where a secret stood. */
export const REDACTED = "***";

/** A part of a secret that is shorter than this gives nothing away. */
const SHORTEST_PART = 8;

/**
 * Takes secrets out of a text.
 *
 * A secret is found whole, as it is or as JSON, URLs and HTML write it, and so
 * is any beginning of it that is 8 characters or longer. One that is shorter
 * than that is found where it stands alone, not within a longer word.
 *
 * @param value The text.
 * @param secrets The secrets.
 * @returns The text with `***` for each secret.
 *
 * @example A server that sends the token back
 * ```ts
 * import { redact } from "@kugou-iot/client";
 * import { assertEquals } from "@std/assert";
 *
 * const token = "8b4a70dd/16105f+x";
 * assertEquals(redact(`bad token ${token}`, [token]), "bad token ***");
 * assertEquals(redact("?t=8b4a70dd%2f16105f%2bx", [token]), "?t=***");
 * assertEquals(redact({ said: token }, [token]), { said: "***" });
 * ```
 */
export function redact(value: string, secrets: readonly string[]): string;
/**
 * The same for any JSON value: each text in it, and each name of a member.
 *
 * @param value The value.
 * @param secrets The secrets.
 * @returns A copy with `***` for each secret.
 */
export function redact(
  value: JsonValue,
  secrets: readonly string[],
): JsonValue;
export function redact(
  value: JsonValue,
  secrets: readonly string[],
): JsonValue {
  if (typeof value === "string") return redactText(value, secrets);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => redact(item, secrets));
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      redactText(key, secrets),
      redact(member, secrets),
    ]),
  );
}

function redactText(text: string, secrets: readonly string[]): string {
  return secrets.filter((secret) => secret !== "")
    .reduce((result, secret) => redactOne(result, secret), text);
}

function redactOne(text: string, secret: string): string {
  const plain = secret.slice(0, SHORTEST_PART);
  // JSON, URLs and HTML write nothing in another way without one of these.
  if (!text.includes(plain) && !/[\\%&]/.test(text)) return text;
  const characters = [...secret];
  const beginning = characters.slice(0, SHORTEST_PART).map(formsOf).join("");
  if (characters.length < SHORTEST_PART) {
    const alone = `(?<![A-Za-z0-9])${beginning}(?![A-Za-z0-9])`;
    return text.replaceAll(new RegExp(alone, "g"), REDACTED);
  }
  const rest = characters.slice(SHORTEST_PART);
  let result = "";
  let end = 0;
  for (const match of text.matchAll(new RegExp(beginning, "g"))) {
    // It may have stood within the one before.
    if (match.index < end) continue;
    result += text.slice(end, match.index) + REDACTED;
    end = endOf(text, match.index + match[0].length, rest);
  }
  return result + text.slice(end);
}

/** Where the secret that began in a text ends, whole or cut off. */
function endOf(text: string, start: number, rest: readonly string[]): number {
  let end = start;
  for (const character of rest) {
    const next = new RegExp(formsOf(character), "y");
    next.lastIndex = end;
    if (!next.test(text)) break;
    end = next.lastIndex;
  }
  return end;
}

/** A pattern for all the ways in which JSON, URLs and HTML write a character. */
function formsOf(character: string): string {
  const code = character.codePointAt(0)!;
  const hex = code.toString(16)
    .replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
  const plain = character.replace(/[\\^$.*+?()[\]{}|/-]/, "\\$&");
  const entity = ENTITIES[character];
  return [
    // More would be JSON within JSON five times; and without an end, a text
    // of backslashes alone takes minutes.
    `(?:\\\\{0,31}${plain}`,
    `\\\\{1,31}u0*${hex}`,
    `%(?:25)*${hex}`,
    `&#0*${code};`,
    `&#[xX]0*${hex};`,
    ...(entity === undefined ? [] : [`&${entity};`]),
  ].join("|") + ")";
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "amp",
  "<": "lt",
  ">": "gt",
  '"': "quot",
  "'": "apos",
  "/": "sol",
  "+": "plus",
  "=": "equals",
  ".": "period",
};

/**
 * An error that may be shown: the error itself where nothing in it is secret,
 * else a copy of its name and message without secrets. A `fetch` of the
 * caller's own may throw anything, even the request.
 */
export function redactError(
  error: unknown,
  secrets: readonly string[],
): unknown {
  // The client's own errors were made without secrets.
  const isOwn = error === undefined || error instanceof KugouError;
  if (isOwn || isClean(error, secrets)) return error;
  if (!(error instanceof Error)) {
    const text = typeof error === "string" ? error : "an unknown error";
    return new Error(redact(text, secrets));
  }
  const copy = new Error(redact(error.message, secrets), {
    cause: redactError(error.cause, secrets),
  });
  copy.name = redact(error.name, secrets);
  // The stack was taken here, and tells nothing of where it was thrown.
  copy.stack = `${copy.name}: ${copy.message}`;
  return copy;
}

/** Whether every part of an error can be looked at, and holds no secret. */
function isClean(
  value: unknown,
  secrets: readonly string[],
  seen: readonly unknown[] = [],
): boolean {
  if (typeof value === "string") return redact(value, secrets) === value;
  if (typeof value === "function") return false;
  if (typeof value !== "object" || value === null) return true;
  if (seen.includes(value)) return true;
  if (!(value instanceof Error) && !Array.isArray(value)) return false;
  return Reflect.ownKeys(value).every((key) =>
    isClean(Reflect.get(value, key), secrets, [...seen, value])
  );
}
