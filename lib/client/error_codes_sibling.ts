/**
 * Codes that sibling pages of the same endpoint show. Without an entry of their
 * own, an expired token would pass for a wrong parameter: its prefix says so.
 *
 * @module
 */

import { CHECK_APP_PERMISSION, CHECK_TOKEN } from "./error_hints.ts";
import type { KugouErrorInfo } from "./error_info.ts";

/** A code that a sibling page of the endpoint shows. */
export type SiblingErrorCode =
  | "InvalidParameter"
  | "InvalidParameterValue.TokenNotExist"
  | "InvalidParameterValue.TokenIsExpire"
  | "InvalidParameterValue.NoPermission";

/** What is known about the codes of the sibling pages. */
export const SIBLING_ERROR_CODES: Readonly<
  Record<SiblingErrorCode, KugouErrorInfo>
> = {
  InvalidParameter: {
    class: "input",
    retry: "no",
    meaning: { en: "Invalid parameter", zh: "参数错误" },
    hint: {
      en: "Check the request's fields; the server's message names more",
      zh: "请检查请求的各字段；服务端消息中有更多说明",
    },
    source: "sibling",
  },
  "InvalidParameterValue.TokenNotExist": {
    class: "auth",
    retry: "fresh-token",
    meaning: { en: "The access token does not exist", zh: "访问令牌不存在" },
    hint: CHECK_TOKEN,
    source: "sibling",
  },
  "InvalidParameterValue.TokenIsExpire": {
    class: "auth",
    retry: "fresh-token",
    meaning: { en: "The access token has expired", zh: "访问令牌已过期" },
    hint: CHECK_TOKEN,
    source: "sibling",
  },
  "InvalidParameterValue.NoPermission": {
    class: "auth",
    retry: "no",
    meaning: { en: "No permission", zh: "无权限" },
    hint: CHECK_APP_PERMISSION,
    source: "sibling",
  },
};
