/**
 * A Kugou membership: when it ends, and whether it is valid.
 *
 * @module
 */

import type { JsonValue } from "./json.ts";

/**
 * Whether a membership is valid.
 *
 * - `active`: its end is still to come.
 * - `expired`: its end has passed.
 * - `none`: the server says that there is none.
 * - `unknown`: the server sent no end, or one that cannot be read.
 */
export type KugouMembershipState = "active" | "expired" | "none" | "unknown";

/** One membership of a Kugou user. */
export interface KugouMembership {
  /** Whether it is valid now, by the clock of the machine that asks. */
  readonly state: KugouMembershipState;
  /** When it ends or ended; `null` where the state is `none` or `unknown`. */
  readonly end: Date | null;
  /** The end as the server sent it, or `null` if it sent none. */
  readonly raw: string | null;
}

/**
 * Reads the end of a membership.
 *
 * @param value The server's value: `YYYY-MM-DD HH:mm:ss` in China Standard
 * Time, or Unix seconds; empty, zero or all zeros for no membership.
 * @param now The time now, in milliseconds since 1970.
 * @returns The membership.
 */
export function readMembership(
  value: JsonValue | undefined,
  now: number,
): KugouMembership {
  if (value === undefined || value === null) {
    return { state: "unknown", end: null, raw: null };
  }
  const raw = typeof value === "string" ? value : JSON.stringify(value);
  const text = raw.trim();
  if (text === "") return { state: "none", end: null, raw };
  const end = readChinaTime(text) ?? readUnixSeconds(text);
  if (end === null) {
    return { state: isNone(text) ? "none" : "unknown", end, raw };
  }
  return { state: end > now ? "active" : "expired", end: new Date(end), raw };
}

/** Zero, or all zeros where a time would stand. */
function isNone(text: string): boolean {
  return /^0+$|^0000-00-00(?: 00:00:00)?$/.test(text);
}

/** China Standard Time is UTC+8 all year. */
const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000;

/** Reads digit by digit: three times a lookup, a pattern costs one that shows. */
function readChinaTime(text: string): number | null {
  if (text.length !== 19 || !hasSeparators(text)) return null;
  const year = readDigits(text, 0, 4);
  const month = readDigits(text, 5, 7);
  const day = readDigits(text, 8, 10);
  const hour = readDigits(text, 11, 13);
  const minute = readDigits(text, 14, 16);
  const second = readDigits(text, 17, 19);
  // Nothing that is not a number is in any range.
  const isReal = isDay(year, month, day) &&
    hour < 24 && minute < 60 && second < 60;
  return isReal
    ? Date.UTC(year, month - 1, day, hour, minute, second) - CHINA_OFFSET_MS
    : null;
}

function hasSeparators(text: string): boolean {
  return text[4] === "-" && text[7] === "-" && text[10] === " " &&
    text[13] === ":" && text[16] === ":";
}

/** The number that the digits write, or `NaN` where one is no digit. */
function readDigits(text: string, start: number, end: number): number {
  let number = 0;
  for (let i = start; i < end; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return NaN;
    number = number * 10 + digit;
  }
  return number;
}

/** Years before 100 are none: `Date.UTC` takes them for 19xx. */
function isDay(year: number, month: number, day: number): boolean {
  return year >= 100 && month >= 1 && month <= 12 && day >= 1 &&
    (day <= 28 || day <= lastDayOf(year, month));
}

function lastDayOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Eleven digits reach the year 5138; more would be some other unit. */
function readUnixSeconds(text: string): number | null {
  return /^(?!0+$)\d{1,11}$/.test(text) ? Number(text) * 1000 : null;
}
