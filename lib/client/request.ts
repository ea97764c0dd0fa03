/** What is asked: about a device, with which parameters, under which id. */

import { reasonAgainstWord } from "./checks.ts";
import type { LocalizedText } from "./error_codes.ts";
import { KugouInputError } from "./errors.ts";
import { checkDeviceId, checkRequestId } from "./ids.ts";
import { isTooDeep, type JsonObject } from "./json.ts";
import { checkAccessToken } from "./token.ts";

/** Which device to ask about; see {@linkcode KugouClient.userInfo}. */
export interface KugouRequest {
  /** The product id and the device name, such as `LAEG4YJE1A/dev01`. */
  deviceId: string;
  /**
   * The `KugouParams` of the command. `user_info` documents none.
   *
   * @default {{}}
   */
  params?: JsonObject;
  /**
   * The `RequestId`, a UUID. It is kept for every attempt.
   *
   * @default a new UUID v7 for each attempt
   */
  requestId?: string;
  /**
   * The access token for this call alone. The client does not keep it.
   *
   * @default the client's own
   */
  accessToken?: string;
}

/** A checked request, without the token and the id that each attempt adds. */
export interface CheckedRequest {
  readonly kgCommand: string;
  readonly deviceId: string;
  readonly params: JsonObject;
  /** The caller's own request id, if there is one. */
  readonly requestId: string | undefined;
  /** The caller's own token, if there is one. */
  readonly accessToken: string | undefined;
}

/** The request body, from Tencent Cloud's document 1081/60575. */
export interface KugouRequestBody {
  /** The access token, a secret. */
  readonly AccessToken: string;
  /** The id of this request. */
  readonly RequestId: string;
  /** Always `AppKugouUserCommand`. */
  readonly Action: "AppKugouUserCommand";
  /** The command, such as `user_info`. */
  readonly KGCommand: string;
  /** The product id and the device name, joined by a slash. */
  readonly DeviceId: string;
  /** The parameters of the command. */
  readonly KugouParams: JsonObject;
}

/** Checks a request before anything is sent. */
export function checkRequest(
  kgCommand: string,
  request: KugouRequest,
): CheckedRequest {
  const { deviceId, params = {}, requestId, accessToken } = request ?? {};
  return {
    kgCommand: checkKgCommand(kgCommand),
    deviceId: checkDeviceId(deviceId),
    params: checkParams(params),
    requestId: requestId === undefined ? undefined : checkRequestId(requestId),
    accessToken: accessToken === undefined
      ? undefined
      : checkAccessToken(accessToken),
  };
}

/** Adds to a request what each attempt has of its own. */
export function toRequestBody(
  { kgCommand, deviceId, params }: CheckedRequest,
  accessToken: string,
  requestId: string,
): KugouRequestBody {
  return {
    AccessToken: accessToken,
    RequestId: requestId,
    Action: "AppKugouUserCommand",
    KGCommand: kgCommand,
    DeviceId: deviceId,
    KugouParams: params,
  };
}

/**
 * Builds the body that is sent for a request, for showing it or for sending it
 * by other means. It holds the access token: treat it as a secret.
 *
 * @param kgCommand The KGCommand, such as `user_info`.
 * @param request The request, with its token and id.
 * @returns The body, before it becomes JSON.
 * @throws {KugouInputError} If a field can never be right.
 *
 * @example What goes over the wire
 * ```ts
 * import { buildRequestBody } from "@kugou-iot/client";
 * import { assertEquals } from "@std/assert";
 *
 * const body = buildRequestBody("user_info", {
 *   deviceId: "LAEG4YJE1A/dev01",
 *   accessToken: "a-token",
 *   requestId: "01926f9c-8a40-7c7e-b1d2-3f4a5b6c7d8e",
 * });
 * assertEquals(body.KGCommand, "user_info");
 * assertEquals(body.KugouParams, {});
 * ```
 */
export function buildRequestBody(
  kgCommand: string,
  request: KugouRequest & { accessToken: string; requestId: string },
): KugouRequestBody {
  const { accessToken, requestId } = request;
  const checked = checkRequest(kgCommand, request);
  return toRequestBody(checked, accessToken, requestId);
}

function checkKgCommand(kgCommand: unknown): string {
  const reason = reasonAgainstWord(kgCommand);
  if (reason === null) return kgCommand as string;
  throw new KugouInputError("kgCommand", {
    reason,
    expected: { en: "a KGCommand", zh: "KGCommand 名称" },
    example: "user_info",
  });
}

/**
 * Checks that the parameters of a KGCommand are an object that JSON can hold.
 *
 * @param params The parameters, `{}` if there are none.
 * @returns The same object.
 * @throws {KugouInputError} If it is no object, JSON cannot hold it, or it is
 * nested more than 100 deep.
 *
 * @example Parameters must be an object
 * ```ts
 * import { checkParams, KugouInputError } from "@kugou-iot/client";
 * import { assertThrows } from "@std/assert";
 *
 * assertThrows(() => checkParams([1, 2]), KugouInputError);
 * ```
 */
export function checkParams(params: unknown): JsonObject {
  const reason = reasonAgainstParams(params);
  if (reason === null) return params as JsonObject;
  throw new KugouInputError("params", {
    reason,
    expected: { en: "a JSON object", zh: "JSON 对象" },
    example: "{}",
  });
}

function reasonAgainstParams(params: unknown): LocalizedText | null {
  try {
    // undefined and functions have no JSON, and so are no object either.
    if (!JSON.stringify(params)?.startsWith("{")) return NOT_AN_OBJECT;
    return isTooDeep(params) ? TOO_DEEP : null;
  } catch (error) {
    // Otherwise a cycle, or a bigint.
    return error instanceof RangeError ? TOO_DEEP : NOT_JSON;
  }
}

const NOT_JSON = { en: "JSON cannot represent it", zh: "无法表示为 JSON" };
const NOT_AN_OBJECT = { en: "it is not an object", zh: "不是对象" };
const TOO_DEEP = { en: "it is nested too deeply", zh: "嵌套层数过多" };
