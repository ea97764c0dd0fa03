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
  const end = readChinaTime(text) ?? readUnixSeconds(text);
  if (end === null) {
    return { state: isNone(text) ? "none" : "unknown", end, raw };
  }
  return { state: end > now ? "active" : "expired", end: new Date(end), raw };
}

/** Empty, zero, or all zeros where a time would stand. */
function isNone(text: string): boolean {
  return /^0*$|^0000-00-00(?: 00:00:00)?$/.test(text);
}

/** China Standard Time is UTC+8 all year. */
const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000;

function readChinaTime(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text)) return null;
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7)) - 1;
  const day = Number(text.slice(8, 10));
  const hour = Number(text.slice(11, 13));
  const minute = Number(text.slice(14, 16));
  const second = Number(text.slice(17));
  const utc = Date.UTC(year, month, day, hour, minute, second);
  // 30 February would roll over into March, and 24 o'clock into the next day.
  const date = new Date(utc);
  const isReal = date.getUTCFullYear() === year &&
    date.getUTCMonth() === month && date.getUTCDate() === day &&
    hour < 24 && minute < 60 && second < 60;
  return isReal ? utc - CHINA_OFFSET_MS : null;
}

/** Eleven digits reach the year 5138; more would be some other unit. */
function readUnixSeconds(text: string): number | null {
  return /^(?!0+$)\d{1,11}$/.test(text) ? Number(text) * 1000 : null;
}
