/**
 * The request as it goes over the wire.
 *
 * @module
 */

import { checkDeviceId } from "./device_id.ts";
import { KugouInputError } from "./input_error.ts";
import { reasonAgainstWord } from "./input_problems.ts";
import type { JsonObject } from "./json.ts";
import { checkParams } from "./params.ts";
import { checkRequestId } from "./request_id.ts";

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
export interface WireRequest {
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
): WireRequest {
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
