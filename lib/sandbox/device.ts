/**
 * Makes the devices of the sandbox, with times in China.
 *
 * @module
 */

import type { LocalizedText } from "../client/error_info.ts";
import type { SandboxDevice } from "./types.ts";

/** One day in milliseconds. */
export const DAY_MS: number = 24 * 60 * 60 * 1000;

/** China Standard Time is 8 hours ahead of UTC all year. */
const OFFSET_MS = 8 * 60 * 60 * 1000;

/** The moment as `YYYY-MM-DD HH:mm:ss` in China Standard Time. */
export function chinaTime(moment: number): string {
  return new Date(moment + OFFSET_MS).toISOString().slice(0, 19)
    .replace("T", " ");
}

/** The last second of the day that the moment falls on in China. */
export function endOfChinaDay(moment: number): number {
  const local = moment + OFFSET_MS;
  return local - (local % DAY_MS) + DAY_MS - 1000 - OFFSET_MS;
}

/** The moment as whole Unix seconds. */
export function unixSeconds(moment: number): number {
  return Math.floor(moment / 1000);
}

/** The product of all devices, the one of Tencent Cloud's own sample. */
export const SANDBOX_PRODUCT = "LAEG4YJE1A";

/** The `Data` of an answer, by the names of the wire. */
export type WireData = Record<string, unknown>;

/**
 * Defines a device.
 *
 * @param name The device name, the half of the `DeviceId` after the slash.
 * @param title What is particular about it.
 * @param dataAt Makes its `Data` from the present moment in milliseconds.
 */
export function device(
  name: string,
  title: LocalizedText,
  dataAt: (now: number) => WireData,
): SandboxDevice {
  return {
    id: `${SANDBOX_PRODUCT}/${name}`,
    name,
    title,
    data: (now) => dataAt(now.getTime()),
  };
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
