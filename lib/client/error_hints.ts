/**
 * Hints that more than one error code gives.
 *
 * @module
 */

import type { LocalizedText } from "./error_info.ts";

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
