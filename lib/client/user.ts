/** The Kugou user behind a device, and the memberships. */

import type { KugouCallFacts } from "./call.ts";
import { type JsonObject, type JsonValue, textOf } from "./json.ts";

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

/** What {@linkcode KugouClient.userInfo} resolves to. */
export interface KugouUserInfo extends KugouCallFacts {
  /** The user, typed and normalised. */
  readonly user: KugouUser;
  /**
   * The server's `Data`, every field of it. A number that JavaScript cannot
   * hold, such as a user id beyond 2^53, is a string with all its digits.
   */
  readonly data: JsonObject;
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
 * - `none`: the server says that there is none, by an empty text or a zero.
 * - `unknown`: the server sent no end, or one in a form that is not sure.
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

/** Reads the end of a membership, only from a form that is sure. */
function readMembership(
  value: JsonValue | undefined,
  now: number,
): KugouMembership {
  if (value === undefined || value === null) {
    return { state: "unknown", end: null, raw: null };
  }
  const raw = textOf(value);
  const text = raw.trim();
  if (NO_TIME.test(text)) return { state: "none", end: null, raw };
  const end = readChinaTime(text) ?? readIsoTime(text) ?? readUnixTime(text);
  if (end === null) return { state: "unknown", end, raw };
  // The zero of some clock, in some zone: Kugou sold nothing then.
  if (end < YEAR_1971) return { state: "none", end: null, raw };
  return { state: end > now ? "active" : "expired", end: new Date(end), raw };
}

/** Nothing, or zeros where a time would stand. */
const NO_TIME = /^(?:0+|0000([-/])00\1(?:00)(?: 00:00:00)?)?$/;

/** In milliseconds since 1970. */
const YEAR_1971 = 31_536_000_000;

/** China Standard Time, all year. */
const CHINA = "+08:00";

/** `2026-12-31 23:59:59`, `2026/12/31`, … */
const SEPARATED = /^(\d{4})([-/])(\d\d)\2(\d\d)(?: (\d\d:\d\d:\d\d))?$/;

/** `20261231235959`, `20261231` */
const COMPACT = /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d))?$/;

/** A day without a time is valid to its end. */
const END_OF_DAY = "23:59:59";

function readChinaTime(text: string): number | null {
  const separated = SEPARATED.exec(text);
  if (separated !== null) {
    const [, year, , month, day, time = END_OF_DAY] = separated;
    return readTime(`${year}-${month}-${day}`, time, CHINA);
  }
  const compact = COMPACT.exec(text);
  if (compact === null) return null;
  const [, year, month, day, hour, minute, second] = compact;
  const time = hour === undefined ? END_OF_DAY : `${hour}:${minute}:${second}`;
  return readTime(`${year}-${month}-${day}`, time, CHINA);
}

/** ISO 8601 with a zone: without one, it could be any. */
const ISO =
  /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)$/;

function readIsoTime(text: string): number | null {
  const [, date, time, zone] = ISO.exec(text) ?? [];
  if (date === undefined) return null;
  return readTime(date, time!, zone!.replace(/(\d\d)(\d\d)$/, "$1:$2"));
}

function readTime(date: string, time: string, zone: string): number | null {
  const end = Date.parse(`${date}T${time}${zone}`);
  // Some engines take February 30 for March 2.
  const day = new Date(`${date}T00:00:00Z`);
  const isReal = !Number.isNaN(end) && !Number.isNaN(day.getTime()) &&
    day.toISOString().startsWith(date) && !time.startsWith("24");
  return isReal ? end : null;
}

/** Seconds since 1970, from 1973 to 2286. */
const UNIX_SECONDS = /^\d{9,10}$/;
const UNIX_MS = /^\d{13}$/;

function readUnixTime(text: string): number | null {
  if (UNIX_SECONDS.test(text)) return Number(text) * 1000;
  return UNIX_MS.test(text) ? Number(text) : null;
}
