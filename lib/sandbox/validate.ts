/**
 * Checks a request as strictly as Tencent Cloud's document words it.
 *
 * @module
 */

import { apiError, type ErrorAnswer } from "./answer.ts";
import { isObject, typeName, type WireBody } from "./wire_request.ts";

/** The fields that must be text, in the document's order. */
const TEXT_FIELDS = [
  "AccessToken",
  "RequestId",
  "Action",
  "KGCommand",
  "DeviceId",
] as const;

const ACTION = "AppKugouUserCommand";
const COMMAND = "user_info";

/** A request that can be looked up, or the error that answers it. */
export function validate(
  body: WireBody,
  accessToken: string,
): { deviceId: string } | ErrorAnswer {
  return fieldError(body) ?? meaningError(body, accessToken) ??
    { deviceId: String(body.DeviceId) };
}

/** The first field that is missing, empty or of the wrong type. */
function fieldError(body: WireBody): ErrorAnswer | undefined {
  for (const field of TEXT_FIELDS) {
    const value = body[field];
    if (value === undefined) return invalid(`${field} is missing`);
    if (typeof value !== "string") {
      return invalid(
        `${field} must be a string, current value is ${typeName(value)}`,
      );
    }
    if (value === "") return invalid(`${field} is empty`);
  }
  const { KugouParams } = body;
  return KugouParams === undefined
    ? invalid("KugouParams is missing")
    : undefined;
}

/** The first field whose value is not one that the endpoint knows. */
function meaningError(
  { AccessToken, Action, KGCommand, DeviceId, KugouParams }: WireBody,
  accessToken: string,
): ErrorAnswer | undefined {
  if (Action !== ACTION) {
    return apiError(
      "UnsupportedOperation",
      `Action must be "${ACTION}", current value is ${quote(Action)}`,
    );
  }
  if (AccessToken !== accessToken) {
    return apiError(
      "InvalidParameterValue.InvalidAccessToken",
      "AccessToken is not the token of this sandbox",
    );
  }
  if (KGCommand !== COMMAND) {
    return apiError(
      "200005",
      `KGCommand must be "${COMMAND}", current value is ${quote(KGCommand)}`,
    );
  }
  if (!isDeviceId(String(DeviceId))) {
    return invalid(
      `DeviceId must be a product id and a device name joined by one slash, current value is ${
        quote(DeviceId)
      }`,
    );
  }
  if (!isObject(KugouParams)) {
    return apiError(
      "200001",
      `KugouParams must be an object, current value is ${
        typeName(KugouParams)
      }`,
    );
  }
  return undefined;
}

/** Two halves with one slash between, without spaces or control characters. */
function isDeviceId(text: string): boolean {
  return /^[^/\s\p{Cc}]+\/[^/\s\p{Cc}]+$/u.test(text) && text.length <= 128;
}

/** A value of the request in a message, cut where it is long. */
function quote(value: unknown): string {
  const text = String(value);
  return JSON.stringify(text.length > 128 ? `${text.slice(0, 128)}…` : text);
}

function invalid(why: string): ErrorAnswer {
  return apiError("InvalidParameterValue", why);
}
