import type { LocalizedText } from "../../mod.ts";
import type { WireData } from "./answer.ts";

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

const DAY_MS = 24 * 60 * 60 * 1000;

/** China Standard Time is 8 hours ahead of UTC all year. */
const OFFSET_MS = 8 * 60 * 60 * 1000;

/** The moment as `YYYY-MM-DD HH:mm:ss` in China Standard Time. */
function chinaTime(moment: number): string {
  return new Date(moment + OFFSET_MS).toISOString().slice(0, 19)
    .replace("T", " ");
}

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

/**
 * An active VIP without other memberships, and what is different about this
 * one. The host of the avatar is reserved and never exists.
 */
function userData(now: number, different: WireData = {}): WireData {
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
    `${en} membership ${words.en}`,
    `${zh}${words.zh}`,
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

/** The moment as whole Unix seconds. */
function unixSeconds(moment: number): number {
  return Math.floor(moment / 1000);
}

/** All three memberships with the same end. */
function allEnding(end: unknown): WireData {
  return { vip_end_time: end, car_vip_end_time: end, svip_end_time: end };
}

/** The devices of the memberships, the one of Tencent Cloud's document first. */
const MEMBERSHIP_DEVICES: readonly SandboxDevice[] = [
  device(
    "dev01",
    "The document's own device: VIP and in-car active",
    "文档示例设备：VIP 与车载会员有效",
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
    "VIP ends today, China time",
    "VIP 会员今天到期（北京时间）",
    (now) =>
      userData(now, {
        vip_end_time: `${chinaTime(now).slice(0, 10)} 23:59:59`,
      }),
  ),
  device(
    "vip-soon",
    "VIP ends in 3 days",
    "VIP 会员 3 天后到期",
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
    (now) => userData(now, allEnding(String(unixSeconds(now + 45 * DAY_MS)))),
  ),
  device(
    "unix-number",
    "Ends as Unix seconds in numbers",
    "到期时间为 Unix 秒（数字）",
    (now) => userData(now, allEnding(unixSeconds(now + 45 * DAY_MS))),
  ),
  device(
    "vip-flag-differs",
    "is_vip is 1, but the VIP membership has ended",
    "is_vip 为 1，但 VIP 会员已过期",
    (now) => userData(now, { vip_end_time: chinaTime(now - DAY_MS) }),
  ),
];

/** Devices with wide, long or hostile texts. */
const TEXT_DEVICES: readonly SandboxDevice[] = [
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

/** Devices with missing, extra or differently typed fields. */
const SHAPE_DEVICES: readonly SandboxDevice[] = [
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
    () => ({
      userid: "",
      nick_name: "",
      img: "",
      is_vip: "",
      vip_end_time: "",
      car_vip_end_time: "",
      svip_end_time: "",
    }),
  ),
  device(
    "fields-null",
    "All fields null",
    "所有字段均为 null",
    () => ({
      userid: null,
      nick_name: null,
      img: null,
      is_vip: null,
      vip_end_time: null,
      car_vip_end_time: null,
      svip_end_time: null,
    }),
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
];

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
  ...MEMBERSHIP_DEVICES,
  ...SHAPE_DEVICES,
  ...TEXT_DEVICES,
];
