/**
 * The Kugou user that `user_info` tells about.
 *
 * @module
 */

import type { JsonObject, JsonValue } from "./json.ts";
import { type KugouMembership, readMembership } from "./membership.ts";

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
