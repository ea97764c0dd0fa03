import type { WireData } from "./answer.ts";

/** One day in milliseconds. */
export const DAY_MS = 24 * 60 * 60 * 1000;

/** China Standard Time is 8 hours ahead of UTC all year. */
const OFFSET_MS = 8 * 60 * 60 * 1000;

/** The moment as `YYYY-MM-DD HH:mm:ss` in China Standard Time. */
export function chinaTime(moment: number): string {
  return new Date(moment + OFFSET_MS).toISOString().slice(0, 19)
    .replace("T", " ");
}

/**
 * An active VIP without other memberships, and what is different about this
 * one. The host of the avatar is reserved and never exists.
 */
export function userData(now: number, different: WireData = {}): WireData {
  return {
    userid: "1000000001",
    nick_name: "Sample User",
    img: "https://avatars.example/sample-user.png",
    is_vip: 1,
    vip_end_time: chinaTime(now + 90 * DAY_MS),
    car_vip_end_time: "",
    svip_end_time: "",
    ...different,
  };
}

/** Every field of a user with the same value. */
export function everyField(now: number, value: unknown): WireData {
  const names = Object.keys(userData(now));
  return Object.fromEntries(names.map((name) => [name, value]));
}

/** All three memberships with the same end. */
export function allEnding(end: unknown): WireData {
  return { vip_end_time: end, car_vip_end_time: end, svip_end_time: end };
}
