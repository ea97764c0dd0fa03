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
  if (/^0*$/.test(text) || /^0000-00-00(?: 00:00:00)?$/.test(text)) {
    return { state: "none", end: null, raw };
  }
  const end = readChinaTime(text) ?? readUnixSeconds(text);
  if (end === null) return { state: "unknown", end, raw };
  return { state: end > now ? "active" : "expired", end: new Date(end), raw };
}

/** China Standard Time is UTC+8 all year. */
const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000;

type Seven = [number, number, number, number, number, number, number];

function readChinaTime(text: string): number | null {
  const match = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)$/.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second] = match.map(Number) as Seven;
  const utc = Date.UTC(year, month - 1, day, hour, minute, second);
  const date = new Date(utc);
  // 30 February would roll over into March, and 24 o'clock into the next day.
  const isReal = date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 && date.getUTCDate() === day &&
    date.getUTCHours() === hour && minute < 60 && second < 60;
  return isReal ? utc - CHINA_OFFSET_MS : null;
}

/** Eleven digits reach the year 5138; more would be some other unit. */
function readUnixSeconds(text: string): number | null {
  return /^\d{1,11}$/.test(text) ? Number(text) * 1000 : null;
}
