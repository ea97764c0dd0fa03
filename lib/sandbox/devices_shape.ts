/**
 * Devices whose `Data` has another shape than documented.
 *
 * @module
 */

import { device, userData } from "./device.ts";
import type { SandboxDevice } from "./types.ts";

/** Devices with missing, extra or differently typed fields. */
export const SHAPE_DEVICES: readonly SandboxDevice[] = [
  device(
    "userid-number",
    {
      en: "userid as a JSON number beyond 2^53",
      zh: "userid 为超过 2^53 的 JSON 数字",
    },
    // The digits that a double would lose are the last three.
    (now) => userData(now, { userid: 9007199254740993123n }),
  ),
  device(
    "is-vip-text",
    { en: "is_vip as text", zh: "is_vip 为字符串" },
    (now) => userData(now, { is_vip: "1" }),
  ),
  device(
    "fields-missing",
    { en: "Only userid and nick_name", zh: "仅有 userid 与 nick_name" },
    () => ({ userid: "1000000002", nick_name: "Sample User" }),
  ),
  device(
    "fields-empty",
    { en: "All fields empty", zh: "所有字段均为空" },
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
    { en: "All fields null", zh: "所有字段均为 null" },
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
    { en: "Data is an empty object", zh: "Data 为空对象" },
    () => ({}),
  ),
  device(
    "field-extra",
    { en: "A field that is not documented", zh: "含有文档未列出的字段" },
    (now) => userData(now, { sample_level: { name: "sample", value: 7 } }),
  ),
];
