/**
 * The Kugou user behind a device, and the memberships.
 *
 * @module
 */

import type { JsonObject, JsonValue } from "./json.ts";

/** The memberships that Kugou sells. */
export interface KugouMemberships {
  /** VIP, from `vip_end_time`. */
  readonly vip: KugouMembership;
  /** In-car, from `car_vip_end_time`. */
  readonly car: KugouMembership;
  /** Luxury ("豪V"), from `svip_end_time`. */
  readonly svip: KugouMembership;
}

/**
 * A Kugou user. Every field is `null` where the server did not send it.
 *
 * The field names of the wire are those of `getUserInfo` in Tencent's
 * music-service documents.
 */
export interface KugouUser {
  /** The Kugou user id, from `userid`, with all its digits. */
  readonly id: string | null;
  /** The nickname, from `nick_name`. */
  readonly nickname: string | null;
  /** The avatar's URL, from `img`, as sent: check it before you load it. */
  readonly avatarUrl: string | null;
  /** Whether the server calls the user a VIP, from `is_vip`. */
  readonly isVip: boolean | null;
  /** Each membership that Kugou sells. */
  readonly memberships: KugouMemberships;
}

/**
 * Reads the `Data` of `user_info`, from an answer or from where it was stored.
 *
 * Any field may be missing, empty or of another type: what cannot be read is
 * `null`, or a membership of state `unknown`.
 *
 * @param data The `Data` as the server sent it.
 * @param now The time now, for the state of memberships.
 * @returns The user.
 *
 * @example Read a stored answer
 * ```ts
 * import { readKugouUser } from "@kugou-iot/client";
 * import { assertEquals } from "@std/assert";
 *
 * const user = readKugouUser(
 *   { userid: "1000000001", is_vip: 1, vip_end_time: "2026-01-01 08:00:00" },
 *   new Date("2025-12-31T00:00:00Z"),
 * );
 * assertEquals(user.memberships.vip.state, "active");
 * assertEquals(user.memberships.vip.end, new Date("2026-01-01T00:00:00Z"));
 * assertEquals(user.memberships.car.state, "unknown");
 * ```
 */
export function readKugouUser(
  data: JsonObject,
  now: Date = new Date(),
): KugouUser {
  const ms = now.getTime();
  return {
    id: readText(data["userid"]),
    nickname: readText(data["nick_name"]),
    avatarUrl: readText(data["img"]),
    isVip: readFlag(data["is_vip"]),
    memberships: {
      vip: readMembership(data["vip_end_time"], ms),
      car: readMembership(data["car_vip_end_time"], ms),
      svip: readMembership(data["svip_end_time"], ms),
    },
  };
}

function readText(value: JsonValue | undefined): string | null {
  if (typeof value === "string") return value === "" ? null : value;
  return typeof value === "number" ? String(value) : null;
}

function readFlag(value: JsonValue | undefined): boolean | null {
  if (value === 1 || value === "1" || value === true) return true;
  if (value === 0 || value === "0" || value === false) return false;
  return null;
}

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
