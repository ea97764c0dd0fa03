/**
 * What is asked: about a device, with which parameters, under which id.
 *
 * @module
 */

import { validate } from "@std/uuid/common";
import { checkAccessToken } from "./access_token.ts";
import { checkDeviceId } from "./device_id.ts";
import {
  KugouInputError,
  type KugouInputProblem,
  reasonAgainstWord,
} from "./input_error.ts";
import type { JsonObject } from "./json.ts";

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
export interface PreparedRequest {
  readonly kgCommand: string;
  readonly deviceId: string;
  readonly params: JsonObject;
  /** The caller's own request id, or `null` for a new one each time. */
  readonly requestId: string | null;
}

/** The request body, from Tencent Cloud's document 1081/60575. */
export interface KugouRequestBody {
  readonly AccessToken: string;
  readonly RequestId: string;
  readonly Action: "AppKugouUserCommand";
  readonly KGCommand: string;
  readonly DeviceId: string;
  readonly KugouParams: JsonObject;
}

const NO_PARAMS: JsonObject = Object.freeze({});

/**
 * Checks a request before anything is sent.
 *
 * @param kgCommand The KGCommand.
 * @param request The request.
 * @returns The request with its defaults filled in.
 * @throws {KugouInputError} If a field can never be right.
 */
export function prepareRequest(
  kgCommand: string,
  request: KugouRequest,
): PreparedRequest {
  checkKgCommand(kgCommand);
  const { deviceId, params = NO_PARAMS, requestId } = request ?? {};
  return {
    kgCommand,
    deviceId: checkDeviceId(deviceId),
    params: params === NO_PARAMS ? params : checkParams(params),
    requestId: requestId === undefined ? null : checkRequestId(requestId),
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
 */
export function buildRequestBody(
  kgCommand: string,
  request: KugouRequest & { accessToken: string; requestId: string },
): KugouRequestBody {
  const accessToken = checkAccessToken(request.accessToken);
  const prepared = prepareRequest(kgCommand, request);
  return toWire(prepared, accessToken, request.requestId);
}

/**
 * Adds to a request what each attempt has of its own.
 *
 * @param prepared The checked request.
 * @param accessToken The access token.
 * @param requestId The id of this attempt.
 * @returns The body to send.
 */
export function toWire(
  prepared: PreparedRequest,
  accessToken: string,
  requestId: string,
): KugouRequestBody {
  return {
    AccessToken: accessToken,
    RequestId: requestId,
    Action: "AppKugouUserCommand",
    KGCommand: prepared.kgCommand,
    DeviceId: prepared.deviceId,
    KugouParams: prepared.params,
  };
}

function checkKgCommand(kgCommand: unknown): void {
  const reason = reasonAgainstWord(kgCommand);
  if (reason === null) return;
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
 * @throws {KugouInputError} If it is no object, or JSON cannot hold it.
 */
export function checkParams(params: unknown): JsonObject {
  const json = stringifyOrNull(params);
  if (json === null) {
    throw new KugouInputError("params", { ...PARAMS, reason: NOT_JSON });
  }
  if (!json.startsWith("{")) {
    throw new KugouInputError("params", { ...PARAMS, reason: NOT_AN_OBJECT });
  }
  return params as JsonObject;
}

function stringifyOrNull(value: unknown): string | null {
  try {
    // undefined and functions have no JSON, and so are no object either.
    return JSON.stringify(value) ?? "";
  } catch {
    return null; // a cycle, or a bigint
  }
}

const PARAMS: Omit<KugouInputProblem, "reason"> = {
  expected: { en: "a JSON object", zh: "JSON 对象" },
  example: "{}",
};
const NOT_JSON = {
  en: "JSON cannot hold it",
  zh: "无法表示为 JSON",
};
const NOT_AN_OBJECT = { en: "it is not an object", zh: "不是对象" };

/**
 * Checks that a request id is a UUID, of any version.
 *
 * @param id The request id.
 * @returns The same id.
 * @throws {KugouInputError} If it is no UUID.
 */
export function checkRequestId(id: unknown): string {
  if (typeof id === "string" && validate(id)) return id;
  throw new KugouInputError("requestId", {
    reason: { en: "it is not a UUID", zh: "不是 UUID" },
    expected: {
      en: "a UUID that no other request has",
      zh: "未被其他请求使用过的 UUID",
    },
    example: "01926f9c-8a40-7c7e-b1d2-3f4a5b6c7d8e",
  });
}
