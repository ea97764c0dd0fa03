/** The catalogue of error codes: what each means, and what to do next. */

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

/**
 * The code of a documented error, as a string even where the wire sends a
 * number.
 */
export type KugouKnownErrorCode =
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
  | "UnauthorizedOperation.APPNoPermissionToStudioProduct"
  | "200001"
  | "200002"
  | "200003"
  | "200004"
  | "200005"
  | "200006"
  | "200200"
  | "400000"
  | "400001"
  | "400002"
  | "InvalidParameter"
  | "InvalidParameterValue.TokenNotExist"
  | "InvalidParameterValue.TokenIsExpire"
  | "InvalidParameterValue.NoPermission";

/**
 * An error code: one of the documented ones, or whatever else the server
 * sends.
 */
// The empty intersection keeps editors offering the known codes.
export type KugouErrorCode =
  | KugouKnownErrorCode
  | (string & Record<never, never>);

const UNKNOWN: Omit<KugouErrorInfo, "source"> = {
  class: "unknown",
  retry: "no",
  meaning: {
    en: "A code that is not documented",
    zh: "未收录的错误码",
  },
  hint: {
    en: "Give the code and the request id to Tencent Cloud support",
    zh: "请将错误码与请求 ID 提供给腾讯云技术支持",
  },
};

/** What {@linkcode explainErrorCode} says about a code. */
export interface KugouErrorExplanation extends Omit<KugouErrorInfo, "source"> {
  /** The code as it was asked for. */
  readonly code: KugouErrorCode;
  /**
   * The catalogue entry that the answer comes from: the code itself, its
   * longest known prefix, or `null` where nothing is known.
   */
  readonly basedOn: KugouKnownErrorCode | null;
}

/**
 * Explains an error code, known or not.
 *
 * A code that is not in the catalogue is explained by its longest known
 * prefix: `LimitExceeded.Anything` is a `LimitExceeded`. One without a known
 * prefix has class `unknown`.
 *
 * @param code The code as the server sent it, as a string.
 * @returns The explanation, whatever the code.
 *
 * @example A code that is newer than this package
 * ```ts
 * import { explainErrorCode } from "@kugou-iot/client";
 * import { assertEquals } from "@std/assert";
 *
 * const explanation = explainErrorCode("ResourceNotFound.RoomNotExist");
 * assertEquals(explanation.class, "not-found");
 * assertEquals(explanation.basedOn, "ResourceNotFound");
 * ```
 */
export function explainErrorCode(code: KugouErrorCode): KugouErrorExplanation {
  for (let prefix: string = code; prefix !== ""; prefix = parentOf(prefix)) {
    if (isKnownErrorCode(prefix)) {
      const { class: errorClass, retry, meaning, hint } =
        KUGOU_ERROR_CODES[prefix];
      return { code, basedOn: prefix, class: errorClass, retry, meaning, hint };
    }
  }
  return { code, basedOn: null, ...UNKNOWN };
}

/**
 * Tells whether a code is in the catalogue.
 *
 * @param code The code to look for.
 * @returns `true` if {@linkcode KUGOU_ERROR_CODES} has an entry of its own for it.
 *
 * @example Narrow a code to the documented ones
 * ```ts
 * import { isKnownErrorCode } from "@kugou-iot/client";
 * import { assert, assertFalse } from "@std/assert";
 *
 * assert(isKnownErrorCode("200003"));
 * assertFalse(isKnownErrorCode("200999"));
 * ```
 */
export function isKnownErrorCode(code: string): code is KugouKnownErrorCode {
  return Object.hasOwn(KUGOU_ERROR_CODES, code);
}

/** `A.B.C` → `A.B` → `A` → the empty string. */
function parentOf(code: string): string {
  return code.slice(0, Math.max(0, code.lastIndexOf(".")));
}

const CHECK_TOKEN: LocalizedText = {
  en: "Get a fresh access token: have the user sign in to the app again",
  zh: "请获取新的访问令牌：让用户在应用中重新登录",
};

const TRY_LATER: LocalizedText = {
  en:
    "Try again in a moment; if it persists, give the request id to Tencent Cloud support",
  zh: "请稍后重试；若持续出现，请将请求 ID 提供给腾讯云技术支持",
};

const CHECK_DEVICE: LocalizedText = {
  en:
    "Check both halves of the DeviceId (product id/device name) against the IoT Explorer console",
  zh: "请在物联网开发平台控制台核对 DeviceId 的两部分（产品 ID/设备名称）",
};

const NOT_FOR_LOOKUPS: LocalizedText = {
  en:
    "A user_info lookup does not need this; check that Action and KGCommand are the intended ones",
  zh: "user_info 查询不涉及此操作；请确认 Action 与 KGCommand 是否正确",
};

const CHECK_APP_PERMISSION: LocalizedText = {
  en:
    "In the IoT Explorer console, give the app permission for the product of this device",
  zh: "请在物联网开发平台控制台为该应用授权此设备所属的产品",
};
const CHECK_PARAMS: LocalizedText = {
  en: "Check KugouParams against the documents of this KGCommand",
  zh: "请对照该 KGCommand 的文档检查 KugouParams",
};

/**
 * Every documented error code with its class, meaning, hint and whether a
 * retry is worth it.
 *
 * The string codes come from Tencent Cloud's document 1081/60575, the numeric
 * ones from the music-service documents (1081/68800).
 *
 * @example Read what a code means
 * ```ts
 * import { KUGOU_ERROR_CODES } from "@kugou-iot/client";
 * import { assertEquals } from "@std/assert";
 *
 * const info = KUGOU_ERROR_CODES["ResourceNotFound.DeviceNotExist"];
 * assertEquals(info.class, "not-found");
 * assertEquals(info.retry, "no");
 * ```
 */
export const KUGOU_ERROR_CODES: Readonly<
  Record<KugouKnownErrorCode, KugouErrorInfo>
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

  "200001": {
    class: "input",
    retry: "no",
    meaning: { en: "Parameter error", zh: "参数错误" },
    hint: CHECK_PARAMS,
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
  "400000": {
    class: "auth",
    retry: "fresh-token",
    meaning: {
      en: "Sign-in or authorisation failed",
      zh: "登录或授权失败",
    },
    hint: {
      en: "Have the user sign in to Kugou and authorise the device again",
      zh: "请让用户重新登录酷狗账号，并重新授权该设备",
    },
    source: "tme",
  },
  "400001": {
    class: "server",
    retry: "yes",
    meaning: {
      en: "The device did not answer in time",
      zh: "设备响应超时",
    },
    hint: {
      en: "Check that the device is online, then try again",
      zh: "请确认设备在线，然后重试",
    },
    source: "tme",
  },
  "400002": {
    class: "input",
    retry: "no",
    meaning: {
      en: "Wrong parameters were passed to the SDK",
      zh: "SDK 参数错误",
    },
    hint: CHECK_PARAMS,
    source: "tme",
  },

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
