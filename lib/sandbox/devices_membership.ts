/**
 * Devices for every state of the three memberships.
 *
 * @module
 */

import { chinaTime, DAY_MS, endOfChinaDay, unixSeconds } from "./china_time.ts";
import { device, userData, type WireData } from "./device.ts";
import type { SandboxDevice } from "./types.ts";

/** The memberships: the name's prefix, the field, and how people call it. */
const MEMBERSHIPS = [
  { prefix: "vip", field: "vip_end_time", en: "VIP", zh: "VIP 会员" },
  { prefix: "car", field: "car_vip_end_time", en: "In-car", zh: "车载会员" },
  { prefix: "svip", field: "svip_end_time", en: "SVIP", zh: "豪华会员" },
] as const;

/** The membership that one of the matrix devices is about. */
type Membership = typeof MEMBERSHIPS[number];

/** Each way to say "no membership", and a text that no one can read as a time. */
const NO_MEMBERSHIP = { vip: "", car: "0", svip: "0000-00-00 00:00:00" };
const UNREADABLE = {
  vip: "2099年末",
  car: "2099-13-45 25:61:61",
  svip: "permanent",
};

/** One membership in one state; the other two are active. */
function inState(
  { prefix, field, en, zh }: Membership,
  state: "active" | "expired" | "none" | "unreadable",
): SandboxDevice {
  const words = {
    active: { en: "active", zh: "有效" },
    expired: { en: "expired", zh: "已过期" },
    none: { en: "never bought", zh: "未开通" },
    unreadable: {
      en: "with an end that cannot be read",
      zh: "到期时间无法解析",
    },
  }[state];
  return device(
    `${prefix}-${state}`,
    { en: `${en} membership ${words.en}`, zh: `${zh}${words.zh}` },
    (now) => {
      const end = {
        active: chinaTime(now + 365 * DAY_MS),
        expired: chinaTime(now - 30 * DAY_MS),
        none: NO_MEMBERSHIP[prefix],
        unreadable: UNREADABLE[prefix],
      }[state];
      const isVip = prefix === "vip" &&
        (state === "expired" || state === "none");
      return userData(now, {
        ...allEnding(chinaTime(now + 60 * DAY_MS)),
        [field]: end,
        is_vip: isVip ? 0 : 1,
      });
    },
  );
}

/** All three memberships with the same end. */
function allEnding(end: unknown): WireData {
  return { vip_end_time: end, car_vip_end_time: end, svip_end_time: end };
}

/** The devices of the memberships, the one of Tencent Cloud's document first. */
export const MEMBERSHIP_DEVICES: readonly SandboxDevice[] = [
  device(
    "dev01",
    {
      en: "The document's own device: VIP and in-car active",
      zh: "文档示例设备：VIP 与车载会员有效",
    },
    (now) => userData(now, { car_vip_end_time: chinaTime(now + 30 * DAY_MS) }),
  ),
  ...MEMBERSHIPS.flatMap((membership) => [
    inState(membership, "active"),
    inState(membership, "expired"),
    inState(membership, "none"),
    inState(membership, "unreadable"),
  ]),
  device(
    "vip-today",
    { en: "VIP ends today, China time", zh: "VIP 会员今天到期（北京时间）" },
    (now) => userData(now, { vip_end_time: chinaTime(endOfChinaDay(now)) }),
  ),
  device(
    "vip-soon",
    { en: "VIP ends in 3 days", zh: "VIP 会员 3 天后到期" },
    (now) => userData(now, { vip_end_time: chinaTime(now + 3 * DAY_MS) }),
  ),
  device(
    "all-active",
    { en: "All three memberships active", zh: "三种会员均有效" },
    (now) => userData(now, allEnding(chinaTime(now + 180 * DAY_MS))),
  ),
  device(
    "all-expired",
    { en: "All three memberships expired", zh: "三种会员均已过期" },
    (now) =>
      userData(now, { ...allEnding(chinaTime(now - DAY_MS)), is_vip: 0 }),
  ),
  device(
    "all-none",
    { en: "No membership at all", zh: "未开通任何会员" },
    (now) => userData(now, { ...allEnding(""), is_vip: 0 }),
  ),
  device(
    "unix-text",
    { en: "Ends as Unix seconds in text", zh: "到期时间为 Unix 秒（字符串）" },
    (now) => userData(now, allEnding(String(unixSeconds(now + 45 * DAY_MS)))),
  ),
  device(
    "unix-number",
    { en: "Ends as Unix seconds in numbers", zh: "到期时间为 Unix 秒（数字）" },
    (now) => userData(now, allEnding(unixSeconds(now + 45 * DAY_MS))),
  ),
  device(
    "vip-flag-differs",
    {
      en: "is_vip is 1, but the VIP membership has ended",
      zh: "is_vip 为 1，但 VIP 会员已过期",
    },
    (now) => userData(now, { vip_end_time: chinaTime(now - DAY_MS) }),
  ),
];
