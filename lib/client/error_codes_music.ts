/**
 * The 7 numeric codes of the music service, from Tencent's documents
 * 1081/68800 and its H5 and mini-program pages.
 *
 * @module
 */

import { type KugouErrorInfo, TRY_LATER } from "./error_info.ts";

/** A numeric code of the music service, as decimal text. */
export type MusicErrorCode =
  | "200001"
  | "200002"
  | "200003"
  | "200004"
  | "200005"
  | "200006"
  | "200200";

/** What the music-service documents say about each of their codes. */
export const MUSIC_ERROR_CODES: Readonly<
  Record<MusicErrorCode, KugouErrorInfo>
> = {
  "200001": {
    class: "input",
    retry: "no",
    meaning: { en: "Parameter error", zh: "参数错误" },
    hint: {
      en: "Check KugouParams against the documents of this KGCommand",
      zh: "请对照该 KGCommand 的文档检查 KugouParams",
    },
    source: "tme",
  },
  "200002": {
    class: "limit",
    retry: "yes",
    meaning: {
      en: "The system is busy, for example with a concurrent call",
      zh: "系统繁忙，例如幂等接口的并发调用",
    },
    hint: {
      en: "Do not look up the same device twice at once, and try again",
      zh: "请勿对同一设备并发查询，稍后重试",
    },
    source: "tme",
  },
  "200003": {
    class: "auth",
    retry: "fresh-token",
    meaning: {
      en: "The Kugou credentials are wrong or have expired",
      zh: "登录凭证错误或已过期",
    },
    hint: {
      en: "Have the user sign in to Kugou again in the app",
      zh: "请让用户在应用中重新登录酷狗账号",
    },
    source: "tme",
  },
  "200004": {
    class: "unsupported",
    retry: "no",
    meaning: { en: "The device is not activated", zh: "设备未激活" },
    hint: {
      en: "Activate the device for the Kugou music service first",
      zh: "请先为该设备激活酷狗音乐服务",
    },
    source: "tme",
  },
  "200005": {
    class: "unsupported",
    retry: "no",
    meaning: {
      en: "The service provider does not support this interface yet",
      zh: "服务提供方暂不支持此接口",
    },
    hint: {
      en: "Use another KGCommand, or ask Tencent Cloud when it will come",
      zh: "请改用其他 KGCommand，或咨询腾讯云何时支持",
    },
    source: "tme",
  },
  "200006": {
    class: "server",
    retry: "yes",
    meaning: {
      en: "System error, such as an internal call that timed out",
      zh: "系统错误，例如内部调用超时",
    },
    hint: TRY_LATER,
    source: "tme",
  },
  "200200": {
    class: "limit",
    retry: "no",
    meaning: {
      en: "No direct-recharge quota is left",
      zh: "直充额度已用完",
    },
    hint: {
      en: "Buy more quota in the console of the music service",
      zh: "请在音乐服务控制台购买更多额度",
    },
    source: "tme",
  },
};
