import { isJsonObject, type JsonObject, type JsonValue } from "../../mod.ts";
import { ApiError } from "./answer.ts";
import { statusPage } from "./responses.ts";

/** A request, whichever server or function it came through. */
export interface SandboxRequest {
  readonly method: string;
  /** The path of the URL, without the query. */
  readonly path: string;
  readonly contentType: string | null;
  readonly body: Uint8Array;
  /** Aborted when the client goes away. */
  readonly signal: AbortSignal;
}

export const ENDPOINT_PATH = "/api/exploreropen/tokenapi";

/** The page for a request to anything but the endpoint. */
export function refuseRoute({ method, path }: SandboxRequest): Response | null {
  if (path !== ENDPOINT_PATH) return statusPage(404);
  if (method !== "POST") return statusPage(405, { allow: "POST" });
  return null;
}

/** The longest body that is read, in bytes. */
const MAX_BYTES = 1024 * 1024;

/** Reads the body as a JSON object, or throws an {@linkcode ApiError}. */
export function readBody({ contentType, body }: SandboxRequest): JsonObject {
  if (!/^application\/json\s*(;|$)/i.test(contentType ?? "")) {
    throw unreadable(
      `content-type must be application/json, current value is ${
        JSON.stringify(contentType)
      }`,
    );
  }
  if (body.length > MAX_BYTES) {
    throw unreadable(
      `the body must be at most ${MAX_BYTES} bytes, current value is ${body.length}`,
    );
  }
  const value = parse(body);
  if (isJsonObject(value)) return value;
  throw unreadable(
    `the body must be an object, current value is ${typeName(value)}`,
  );
}

function parse(bytes: Uint8Array): JsonValue {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw unreadable("the body is not JSON in UTF-8");
  }
}

function unreadable(why: string): ApiError {
  return new ApiError("InvalidParameter", `Cannot read the request: ${why}`);
}

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

/** The device id of a sound request; throws an {@linkcode ApiError} else. */
export function readDeviceId(body: JsonObject, accessToken: string): string {
  for (const field of TEXT_FIELDS) checkText(field, body[field]);
  const { AccessToken, Action, KGCommand, KugouParams } = body;
  const DeviceId = String(body.DeviceId);
  if (KugouParams === undefined) throw invalid("KugouParams is missing");
  if (Action !== ACTION) {
    throw new ApiError(
      "UnsupportedOperation",
      `Action must be "${ACTION}", current value is ${quote(Action)}`,
    );
  }
  if (AccessToken !== accessToken) {
    throw new ApiError(
      "InvalidParameterValue.InvalidAccessToken",
      "AccessToken is not the token of this sandbox",
    );
  }
  if (KGCommand !== COMMAND) {
    throw new ApiError(
      "200005",
      `KGCommand must be "${COMMAND}", current value is ${quote(KGCommand)}`,
    );
  }
  if (
    !/^[^/\s\p{Cc}]+\/[^/\s\p{Cc}]+$/u.test(DeviceId) || DeviceId.length > 128
  ) {
    throw invalid(
      `DeviceId must be a product id and a device name joined by one slash, current value is ${
        quote(DeviceId)
      }`,
    );
  }
  if (!isJsonObject(KugouParams)) {
    throw new ApiError(
      "200001",
      `KugouParams must be an object, current value is ${
        typeName(KugouParams)
      }`,
    );
  }
  return DeviceId;
}

function checkText(field: string, value: unknown): void {
  if (value === undefined) throw invalid(`${field} is missing`);
  if (value === "") throw invalid(`${field} is empty`);
  if (typeof value !== "string") {
    throw invalid(
      `${field} must be a string, current value is ${typeName(value)}`,
    );
  }
}

function invalid(why: string): ApiError {
  return new ApiError("InvalidParameterValue", why);
}

/** The name of a JSON value's type, with its article. */
function typeName(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

/** A value of the request in a message, cut where it is long. */
function quote(value: unknown): string {
  const text = String(value);
  return JSON.stringify(text.length > 128 ? `${text.slice(0, 128)}…` : text);
}
