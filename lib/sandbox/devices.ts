import type { LocalizedText } from "../../mod.ts";
import { terms as en } from "../i18n/en/terms.ts";
import { terms as zh } from "../i18n/zh/terms.ts";
import type { WireData } from "./answer.ts";
import {
  allEnding,
  chinaTime,
  DAY_MS,
  everyField,
  userData,
} from "./user_data.ts";

/** A device that the sandbox knows, and what it answers for it. */
export interface SandboxDevice {
  /** The `DeviceId` of a request: product id and device name, such as `LAEG4YJE1A/dev01`. */
  readonly id: string;
  /** The device name alone, such as `dev01`. */
  readonly name: string;
  /** What is particular about the device. */
  readonly title: LocalizedText;
  /**
   * Makes the `Data` of the answer, with wire names and wire types. A `bigint`
   * stands for a JSON number with all its digits.
   *
   * @param now The moment that the ends of memberships are reckoned from.
   * @returns A new object at each call.
   */
  data(now: Date): Record<string, unknown>;
}

/** The product of all devices, the one of Tencent Cloud's own sample. */
export const SANDBOX_PRODUCT = "LAEG4YJE1A";

/** Makes a device from its name, its title and its `Data` at a moment. */
function device(
  name: string,
  en: string,
  zh: string,
  dataAt: (now: number) => WireData,
): SandboxDevice {
  return {
    id: `${SANDBOX_PRODUCT}/${name}`,
    name,
    title: { en, zh },
    data: (now) => dataAt(now.getTime()),
  };
}

/** The memberships, with a way of each to say "none", and an end no one can read. */
const MEMBERSHIPS = [
  { prefix: "vip", none: "", unreadable: "2099年末" },
  { prefix: "car", none: "0", unreadable: "2099-13-45 25:61:61" },
  { prefix: "svip", none: "0000-00-00 00:00:00", unreadable: "permanent" },
] as const;

/** One membership in each state; the other two are active. */
function everyState(
  { prefix, none, unreadable }: typeof MEMBERSHIPS[number],
): SandboxDevice[] {
  const field = prefix === "car" ? "car_vip_end_time" : `${prefix}_end_time`;
  const inState = (
    state: string,
    enState: string,
    zhState: string,
    endAt: (now: number) => string,
    isActive = true,
  ) =>
    device(
      `${prefix}-${state}`,
      `${en.memberships[prefix]} membership ${enState}`,
      `${zh.memberships[prefix]} ${zhState}`,
      (now) =>
        userData(now, {
          ...allEnding(chinaTime(now + 60 * DAY_MS)),
          [field]: endAt(now),
          is_vip: isActive || prefix !== "vip" ? 1 : 0,
        }),
    );
  const inDays = (days: number) => (now: number) =>
    chinaTime(now + days * DAY_MS);
  return [
    inState("active", "active", "有效", inDays(365)),
    inState("expired", "expired", "已过期", inDays(-30), false),
    inState("none", "never bought", "未开通", () => none, false),
    inState(
      "unreadable",
      "with an end that cannot be read",
      "到期时间无法解析",
      () => unreadable,
    ),
  ];
}

/**
 * The devices that the sandbox answers for: every state of a membership, and
 * every odd `Data` that a client must survive. The first is `LAEG4YJE1A/dev01`,
 * the device of Tencent Cloud's document, whose user is an active VIP.
 *
 * @example Find a device by what it shows
 * ```ts
 * import { SANDBOX_DEVICES } from "@kugou-iot/client/sandbox";
 * import { assertEquals } from "@std/assert";
 *
 * const device = SANDBOX_DEVICES.find(({ name }) => name === "vip-soon");
 * assertEquals(device?.id, "LAEG4YJE1A/vip-soon");
 * assertEquals(
 *   device?.data(new Date("2026-01-01T00:00:00Z")).vip_end_time,
 *   "2026-01-04 08:00:00",
 * );
 * ```
 */
export const SANDBOX_DEVICES: readonly SandboxDevice[] = [
  device(
    "dev01",
    "The document's own device: VIP and In-car VIP active",
    "文档示例设备：VIP 与车载 VIP 有效",
    (now) => userData(now, { car_vip_end_time: chinaTime(now + 30 * DAY_MS) }),
  ),
  ...MEMBERSHIPS.flatMap(everyState),
  device(
    "vip-today",
    "VIP ends today, China time",
    "VIP 今天到期（北京时间）",
    (now) =>
      userData(now, {
        vip_end_time: `${chinaTime(now).slice(0, 10)} 23:59:59`,
      }),
  ),
  device(
    "vip-soon",
    "VIP ends in 3 days",
    "VIP 3 天后到期",
    (now) => userData(now, { vip_end_time: chinaTime(now + 3 * DAY_MS) }),
  ),
  device(
    "all-active",
    "All three memberships active",
    "三种会员均有效",
    (now) => userData(now, allEnding(chinaTime(now + 180 * DAY_MS))),
  ),
  device(
    "all-expired",
    "All three memberships expired",
    "三种会员均已过期",
    (now) =>
      userData(now, { ...allEnding(chinaTime(now - DAY_MS)), is_vip: 0 }),
  ),
  device(
    "all-none",
    "No membership at all",
    "未开通任何会员",
    (now) => userData(now, { ...allEnding(""), is_vip: 0 }),
  ),
  device(
    "unix-text",
    "Ends as Unix seconds in text",
    "到期时间为 Unix 秒（字符串）",
    (now) =>
      userData(now, allEnding(String(Math.floor((now + 45 * DAY_MS) / 1000)))),
  ),
  device(
    "unix-number",
    "Ends as Unix seconds in numbers",
    "到期时间为 Unix 秒（数字）",
    (now) => userData(now, allEnding(Math.floor((now + 45 * DAY_MS) / 1000))),
  ),
  device(
    "vip-flag-differs",
    "is_vip is 1, but the VIP membership has ended",
    "is_vip 为 1，但 VIP 已过期",
    (now) => userData(now, { vip_end_time: chinaTime(now - DAY_MS) }),
  ),
  device(
    "userid-number",
    "userid as a JSON number beyond 2^53",
    "userid 为超过 2^53 的 JSON 数字",
    // The digits that a double would lose are the last three.
    (now) => userData(now, { userid: 9007199254740993123n }),
  ),
  device(
    "is-vip-text",
    "is_vip as text",
    "is_vip 为字符串",
    (now) => userData(now, { is_vip: "1" }),
  ),
  device(
    "fields-missing",
    "Only userid and nick_name",
    "仅有 userid 与 nick_name",
    () => ({ userid: "1000000002", nick_name: "Sample User" }),
  ),
  device(
    "fields-empty",
    "All fields empty",
    "所有字段均为空",
    (now) => everyField(now, ""),
  ),
  device(
    "fields-null",
    "All fields null",
    "所有字段均为 null",
    (now) => everyField(now, null),
  ),
  device(
    "data-empty",
    "Data is an empty object",
    "Data 为空对象",
    () => ({}),
  ),
  device(
    "field-extra",
    "A field that is not documented",
    "含有文档未列出的字段",
    (now) => userData(now, { sample_level: { name: "sample", value: 7 } }),
  ),
  device(
    "nick-chinese",
    "Nickname of wide characters",
    "中文昵称",
    (now) => userData(now, { nick_name: "示例用户：车里听歌" }),
  ),
  device(
    "nick-emoji",
    "Nickname with emoji",
    "含表情符号的昵称",
    (now) => userData(now, { nick_name: "Sample 🎧 示例 👩‍🚀🇨🇳" }),
  ),
  device(
    "nick-long",
    "Nickname of 600 characters",
    "600 个字符的昵称",
    (now) => userData(now, { nick_name: "Sample示例".repeat(75) }),
  ),
  device(
    "nick-hostile",
    "Nickname with HTML, terminal codes and reversed text",
    "昵称含 HTML、终端控制码与反向文字",
    (now) =>
      userData(now, {
        nick_name: "<script>alert(1)</script>\u001b[31m\u0007\r\n\u202eelpmaS",
      }),
  ),
  device(
    "img-javascript",
    "Avatar URL that is a script",
    "头像地址为脚本",
    (now) => userData(now, { img: "javascript:alert(document.domain)" }),
  ),
  device(
    "img-http",
    "Avatar over plain http",
    "头像地址为 http",
    (now) => userData(now, { img: "http://avatars.example/sample-user.png" }),
  ),
];
