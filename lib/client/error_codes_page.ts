/**
 * The error codes of Tencent Cloud's document, and of other pages of the same
 * endpoint.
 *
 * @module
 */

import {
  CHECK_APP_PERMISSION,
  CHECK_DEVICE,
  CHECK_TOKEN,
  type KugouErrorInfo,
  NOT_FOR_LOOKUPS,
  TRY_LATER,
} from "./error_info.ts";

/** A string code that document 1081/60575 lists. */
export type PageErrorCode =
  | "InternalError"
  | "InvalidParameterValue"
  | "InvalidParameterValue.InvalidAccessToken"
  | "InvalidParameterValue.InternalRPCError"
  | "ResourceNotFound"
  | "ResourceNotFound.DeviceNotExist"
  | "ResourceNotFound.StudioProductNotExist"
  | "ResourceNotFound.AppNotExists"
  | "UnsupportedOperation"
  | "UnsupportedOperation.DeviceNotGateway"
  | "UnsupportedOperation.NotBindVirtualDevice"
  | "UnsupportedOperation.DeviceNotBind"
  | "UnsupportedOperation.CannotBindSameFamily"
  | "LimitExceeded"
  | "LimitExceeded.FamilyDeviceExceedLimit"
  | "UnauthorizedOperation"
  | "UnauthorizedOperation.APPNoPermissionToStudioProduct";

/** What document 1081/60575 says about each of its codes. */
export const PAGE_ERROR_CODES: Readonly<
  Record<PageErrorCode, KugouErrorInfo>
> = {
  InternalError: {
    class: "server",
    retry: "yes",
    meaning: { en: "Internal error", zh: "内部错误" },
    hint: TRY_LATER,
    source: "page",
  },
  InvalidParameterValue: {
    class: "input",
    retry: "no",
    meaning: { en: "Invalid parameter value", zh: "参数取值错误" },
    hint: {
      en: "Check the DeviceId and KugouParams; the server's message names more",
      zh: "请检查 DeviceId 与 KugouParams；服务端消息中有更多说明",
    },
    source: "page",
  },
  "InvalidParameterValue.InvalidAccessToken": {
    class: "auth",
    retry: "fresh-token",
    meaning: { en: "The access token is invalid", zh: "访问令牌无效" },
    hint: CHECK_TOKEN,
    source: "page",
  },
  "InvalidParameterValue.InternalRPCError": {
    class: "server",
    retry: "yes",
    meaning: { en: "An internal call timed out", zh: "内部调用超时" },
    hint: TRY_LATER,
    source: "page",
  },
  ResourceNotFound: {
    class: "not-found",
    retry: "no",
    meaning: { en: "The resource does not exist", zh: "资源不存在" },
    hint: CHECK_DEVICE,
    source: "page",
  },
  "ResourceNotFound.DeviceNotExist": {
    class: "not-found",
    retry: "no",
    meaning: {
      en: "The device was not created or has been deleted",
      zh: "设备未创建或已被删除",
    },
    hint: CHECK_DEVICE,
    source: "page",
  },
  "ResourceNotFound.StudioProductNotExist": {
    class: "not-found",
    retry: "no",
    meaning: {
      en: "The product was not created or has been deleted",
      zh: "产品未创建或已被删除",
    },
    hint: {
      en: "Check the product id, the half of the DeviceId before the slash",
      zh: "请检查产品 ID，即 DeviceId 中斜杠之前的部分",
    },
    source: "page",
  },
  "ResourceNotFound.AppNotExists": {
    class: "not-found",
    retry: "no",
    meaning: {
      en: "The application was not created or has been deleted",
      zh: "应用未创建或已被删除",
    },
    hint: {
      en:
        "Check in the IoT Explorer console that the app that issued the token still exists",
      zh: "请在物联网开发平台控制台确认签发该令牌的应用仍然存在",
    },
    source: "page",
  },
  UnsupportedOperation: {
    class: "unsupported",
    retry: "no",
    meaning: { en: "The operation is not supported", zh: "操作不支持" },
    hint: {
      en: "Check that the product has the Kugou music service enabled",
      zh: "请确认该产品已开通酷狗音乐服务",
    },
    source: "page",
  },
  "UnsupportedOperation.DeviceNotGateway": {
    class: "unsupported",
    retry: "no",
    meaning: { en: "The device is not a gateway", zh: "设备不是网关设备" },
    hint: NOT_FOR_LOOKUPS,
    source: "page",
  },
  "UnsupportedOperation.NotBindVirtualDevice": {
    class: "unsupported",
    retry: "no",
    meaning: {
      en: "A virtual device cannot be bound",
      zh: "无法绑定虚拟设备",
    },
    hint: {
      en: "Use a real device: virtual devices cannot be bound to a user",
      zh: "请使用真实设备：虚拟设备无法与用户绑定",
    },
    source: "page",
  },
  "UnsupportedOperation.DeviceNotBind": {
    class: "unsupported",
    retry: "no",
    meaning: {
      en: "The sub-device is not bound to the gateway device",
      zh: "子设备未绑定到网关设备",
    },
    hint: {
      en: "Bind the sub-device to its gateway, then look it up again",
      zh: "请先将子设备绑定到网关设备，再重新查询",
    },
    source: "page",
  },
  "UnsupportedOperation.CannotBindSameFamily": {
    class: "unsupported",
    retry: "no",
    meaning: {
      en: "The device is bound already and must not be bound again",
      zh: "设备已绑定，请勿重复绑定",
    },
    hint: NOT_FOR_LOOKUPS,
    source: "page",
  },
  LimitExceeded: {
    class: "limit",
    retry: "yes",
    meaning: { en: "A limit was exceeded", zh: "超过限制" },
    hint: {
      en: "Send fewer lookups at once, and try this one again in a moment",
      zh: "请降低并发查询数量，稍后重试",
    },
    source: "page",
  },
  "LimitExceeded.FamilyDeviceExceedLimit": {
    class: "limit",
    retry: "no",
    meaning: {
      en: "The number of devices exceeds the limit",
      zh: "设备数量超过限制",
    },
    hint: {
      en: "Remove devices from the family, or ask Tencent Cloud for more",
      zh: "请减少家庭中的设备数量，或联系腾讯云提升配额",
    },
    source: "page",
  },
  UnauthorizedOperation: {
    class: "auth",
    retry: "no",
    meaning: { en: "No permission to operate", zh: "无操作权限" },
    hint: {
      en: "Check that this user may use the device: it must be bound to them",
      zh: "请确认该用户有权使用此设备：设备须已与该用户绑定",
    },
    source: "page",
  },
  "UnauthorizedOperation.APPNoPermissionToStudioProduct": {
    class: "auth",
    retry: "no",
    meaning: {
      en: "The app has no permission for this product",
      zh: "应用无权限操作此产品",
    },
    hint: CHECK_APP_PERMISSION,
    source: "page",
  },
};

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
