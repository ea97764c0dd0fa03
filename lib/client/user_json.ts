/**
 * A user as JSON: the same for the command line and for the API of the page.
 *
 * @module
 */

import type {
  KugouMembership,
  KugouMembershipState,
  KugouUser,
} from "./user.ts";

/** A user in JSON; every field is `null` where the server did not send it. */
export interface UserJson {
  readonly id: string | null;
  readonly nickname: string | null;
  readonly avatarUrl: string | null;
  readonly isVip: boolean | null;
  readonly memberships: {
    readonly vip: MembershipJson;
    readonly car: MembershipJson;
    readonly svip: MembershipJson;
  };
}

/** A membership in JSON. */
export interface MembershipJson {
  /** Whether it is valid. */
  readonly state: KugouMembershipState;
  /** When it ends or ended, in ISO 8601 and UTC, or `null`. */
  readonly end: string | null;
  /** The end as the server sent it, or `null`. */
  readonly raw: string | null;
}

/**
 * Makes the object for a user. `JSON.stringify` would write a `Date` the same,
 * but V8 is far slower at all of an object that has one.
 *
 * @param user The user.
 * @returns The object.
 */
export function userJson(
  { id, nickname, avatarUrl, isVip, memberships }: KugouUser,
): UserJson {
  const { vip, car, svip } = memberships;
  return {
    id,
    nickname,
    avatarUrl,
    isVip,
    memberships: {
      vip: membershipJson(vip),
      car: membershipJson(car),
      svip: membershipJson(svip),
    },
  };
}

function membershipJson({ state, end, raw }: KugouMembership): MembershipJson {
  return { state, end: end === null ? null : isoTime(end), raw };
}

/** What any part of a time is written with. */
const TWO_DIGITS = Array.from(
  { length: 100 },
  (_, number) => String(number).padStart(2, "0"),
);

/**
 * Writes a time as `toISOString` does, in a third of its microsecond: each line
 * of a batch has two or three.
 *
 * @param time The time.
 * @returns The time, such as `2026-01-01T00:00:00.000Z`.
 */
export function isoTime(time: Date): string {
  const year = time.getUTCFullYear();
  const isPlain = year >= 0 && year <= 9999 && time.getUTCMilliseconds() === 0;
  if (!isPlain) return time.toISOString();
  const date = `${two(year / 100)}${two(year % 100)}-${
    two(time.getUTCMonth() + 1)
  }-${two(time.getUTCDate())}`;
  return `${date}T${two(time.getUTCHours())}:${two(time.getUTCMinutes())}:${
    two(time.getUTCSeconds())
  }.000Z`;
}

function two(number: number): string {
  return TWO_DIGITS[Math.trunc(number)]!;
}
