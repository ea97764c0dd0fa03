/** JSON, read without losing digits. */

/** Any JSON value. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | JsonValue[]
  | JsonObject;

/** A JSON object. */
export interface JsonObject {
  /** Any member. */
  [key: string]: JsonValue;
}

/**
 * Tells whether a JSON value is an object, and neither an array nor `null`.
 *
 * @param value Any value that JSON can hold.
 * @returns `true` for `{…}`.
 *
 * @example Narrow a value before its members are read
 * ```ts
 * import { isJsonObject, parseJson } from "@kugou-iot/client";
 * import { assert, assertFalse } from "@std/assert";
 *
 * assert(isJsonObject(parseJson('{"a":1}')));
 * assertFalse(isJsonObject(parseJson("[1]")));
 * ```
 */
export function isJsonObject(
  value: JsonValue | undefined,
): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Deeper than any real answer, and far from where recursion overflows. */
const MAX_DEPTH = 100;

/** Whether a value is nested deeper than anything that is read or sent. */
export function isTooDeep(value: unknown, depth = 0): boolean {
  if (typeof value !== "object" || value === null) return false;
  return depth >= MAX_DEPTH ||
    Object.values(value).some((member) => isTooDeep(member, depth + 1));
}

/** A value as text: a string as it is, anything else as JSON. */
export function textOf(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "string") return value;
  return isTooDeep(value) ? "…" : JSON.stringify(value);
}

/** Strings first, so that digits within them are passed over. */
const STRING_OR_NUMBER =
  /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** Only these can lose anything: 16 digits or more, or an exponent. */
const MAY_LOSE_DIGITS = /(?:^|[:,[\s])-?\d(?:[\d.]{15}|[\d.]*[eE])/;

/**
 * Parses JSON like `JSON.parse`, but keeps a number that a JavaScript number
 * cannot hold, such as a user id beyond 2^53, as its text, digit for digit.
 *
 * @param text The JSON text.
 * @returns The value; each number that would change is a string instead.
 * @throws {SyntaxError} If the text is not JSON.
 *
 * @example A user id beyond 2^53
 * ```ts
 * import { parseJson } from "@kugou-iot/client";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(parseJson('{"userid":12345678901234567890}'), {
 *   userid: "12345678901234567890",
 * });
 * ```
 */
export function parseJson(text: string): JsonValue {
  const value: JsonValue = JSON.parse(text);
  if (!MAY_LOSE_DIGITS.test(text)) return value;
  // The text is valid JSON by now, so that quoting numbers keeps it valid.
  return JSON.parse(
    text.replace(
      STRING_OR_NUMBER,
      (token) => token.startsWith('"') || isExact(token) ? token : `"${token}"`,
    ),
  );
}

/** Whether a JSON number stays the same number as a JavaScript number. */
function isExact(literal: string): boolean {
  const number = Number(literal);
  // Beyond 2^53 even a number that prints alike may not be the same one.
  return Math.abs(number) <= Number.MAX_SAFE_INTEGER &&
    significant(literal) === significant(String(number));
}

/** `-12.50e3` → `-125e2`: two spellings of one number give the same text. */
function significant(literal: string): string {
  const [, sign = "", whole = "", fraction = "", exponent = "0"] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(literal) ?? [];
  const digits = (whole + fraction).replace(/^0+/, "");
  const trimmed = digits.replace(/0+$/, "");
  if (trimmed === "") return `${sign}0`;
  const scale = Number(exponent) - fraction.length + digits.length -
    trimmed.length;
  return `${sign}${trimmed}e${scale}`;
}
