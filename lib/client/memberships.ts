/** What every caller asks of memberships. */

import type { KugouMemberships, KugouUser } from "./user.ts";

/** The name of a membership: `vip`, `car` or `svip`. */
export type KugouMembershipName = keyof KugouMemberships;

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Tells whether a membership is valid at a moment.
 *
 * @param user The user.
 * @param name Which membership.
 * @param at The moment; now, unless it is given.
 * @returns `true` if its end is known and comes after that moment.
 *
 * @example Gate a feature
 * ```ts
 * import { isActive, readKugouUser } from "@kugou-iot/client";
 * import { assert, assertFalse } from "@std/assert";
 *
 * const user = readKugouUser({ vip_end_time: "2026-12-31 23:59:59" });
 * assert(isActive(user, "vip", new Date("2026-12-31T00:00:00+08:00")));
 * assertFalse(isActive(user, "vip", new Date("2027-01-01T00:00:00+08:00")));
 * assertFalse(isActive(user, "car"));
 * ```
 */
export function isActive(
  user: KugouUser,
  name: KugouMembershipName,
  at: Date = new Date(),
): boolean {
  const { end } = user.memberships[name];
  return end !== null && end > at;
}

/**
 * Finds the memberships that are still valid and end soon.
 *
 * @param user The user.
 * @param days How soon, in days of 24 hours.
 * @param at From which moment on; now, unless it is given.
 * @returns Their names, the one that ends first at the front; empty if none do.
 *
 * @example Remind a user
 * ```ts
 * import { expiresWithin, readKugouUser } from "@kugou-iot/client";
 * import { assertEquals } from "@std/assert";
 *
 * const user = readKugouUser({
 *   vip_end_time: "2026-12-31 23:59:59",
 *   car_vip_end_time: "2026-12-24 23:59:59",
 * });
 * const today = new Date("2026-12-20T12:00:00+08:00");
 * assertEquals(expiresWithin(user, 7, today), ["car"]);
 * assertEquals(expiresWithin(user, 30, today), ["car", "vip"]);
 * ```
 */
export function expiresWithin(
  user: KugouUser,
  days: number,
  at: Date = new Date(),
): KugouMembershipName[] {
  const { memberships } = user;
  const limit = at.getTime() + days * DAY_MS;
  const endOf = (name: KugouMembershipName) =>
    memberships[name].end?.getTime() ?? NaN;
  return (Object.keys(memberships) as KugouMembershipName[])
    .filter((name) => isActive(user, name, at) && endOf(name) <= limit)
    .sort((a, b) => endOf(a) - endOf(b));
}
