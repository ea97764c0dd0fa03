/**
 * What is known about an error code, and hints that several of them share.
 *
 * @module
 */

/**
 * The family of an API error, for deciding what to do without knowing every
 * code.
 *
 * - `input`: the request was wrong; send a different one.
 * - `auth`: the token or the app's permission was wrong.
 * - `not-found`: the device, product or app does not exist.
 * - `unsupported`: it exists, but cannot do this.
 * - `limit`: too much at once, or a quota is used up.
 * - `server`: the fault is on the other side.
 * - `unknown`: a code whose family is not documented.
 */
export type KugouErrorClass =
  | "input"
  | "auth"
  | "not-found"
  | "unsupported"
  | "limit"
  | "server"
  | "unknown";

/**
 * Whether the same lookup may succeed when it is sent again: `"yes"`, `"no"`,
 * or only with a `"fresh-token"`.
 */
export type KugouErrorRetry = "yes" | "no" | "fresh-token";

/** One text for people in English (`en`) and in Simplified Chinese (`zh`). */
export interface LocalizedText {
  /** The text in English. */
  readonly en: string;
  /** The text in Simplified Chinese. */
  readonly zh: string;
}

/** What is known about one error code. */
export interface KugouErrorInfo {
  /** The family that the code belongs to. */
  readonly class: KugouErrorClass;
  /** Whether sending the lookup again is worth it. */
  readonly retry: KugouErrorRetry;
  /** What the code means. */
  readonly meaning: LocalizedText;
  /** What to do next. */
  readonly hint: LocalizedText;
  /**
   * Where the code is documented: `page` is Tencent Cloud's document
   * 1081/60575, `tme` are Tencent's music-service documents (1081/68800), and
   * `sibling` are other pages of the same endpoint.
   */
  readonly source: "page" | "tme" | "sibling";
}

/** For a token that no longer works. */
export const CHECK_TOKEN: LocalizedText = {
  en: "Get a fresh access token: have the user sign in to the app again",
  zh: "请获取新的访问令牌：让用户在应用中重新登录",
};

/** For a fault on the other side. */
export const TRY_LATER: LocalizedText = {
  en:
    "Try again in a moment; if it stays, give the request id to Tencent Cloud support",
  zh: "请稍后重试；若持续出现，请将请求 ID 提供给腾讯云技术支持",
};

/** For a device that cannot be found. */
export const CHECK_DEVICE: LocalizedText = {
  en:
    "Check both halves of the DeviceId (product id/device name) against the IoT Explorer console",
  zh: "请在物联网开发平台控制台核对 DeviceId 的两部分（产品 ID/设备名称）",
};

/** For an answer that belongs to other actions of the endpoint. */
export const NOT_FOR_LOOKUPS: LocalizedText = {
  en:
    "A user_info lookup does not need this; check that Action and KGCommand are the intended ones",
  zh: "user_info 查询不涉及此操作；请确认 Action 与 KGCommand 是否正确",
};

/** For an app that was not given the product. */
export const CHECK_APP_PERMISSION: LocalizedText = {
  en:
    "In the IoT Explorer console, give the app permission for the product of this device",
  zh: "请在物联网开发平台控制台为该应用授权此设备所属的产品",
};
