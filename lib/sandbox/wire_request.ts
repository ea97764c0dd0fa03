/**
 * Reads a request: its path and method, its body, and whether that is as Tencent
 * Cloud's document words it.
 *
 * @module
 */

import { apiError, type ErrorAnswer } from "./answer.ts";

const REASONS: Readonly<Record<number, string>> = {
  400: "Bad Request",
  404: "Not Found",
  405: "Method Not Allowed",
  408: "Request Timeout",
  429: "Too Many Requests",
  500: "Internal Server Error",
  502: "Bad Gateway",
  503: "Service Unavailable",
};

/** An HTML page that says the status, as a proxy makes it. */
export function statusPage(
  status: number,
  headers: Readonly<Record<string, string>> = {},
  detail = "",
): Response {
  const title = `${status} ${REASONS[status] ?? ""}`.trim();
  return htmlPage(title, detail, { status, headers });
}

/** An HTML page with a title and one line below it. */
export function htmlPage(
  title: string,
  detail: string,
  init: { status?: number; headers?: Readonly<Record<string, string>> } = {},
): Response {
  return new Response(
    `<html>\r\n<head><title>${title}</title></head>\r\n` +
      `<body>\r\n<center><h1>${title}</h1></center>\r\n` +
      `<hr><center>${detail || "sandbox"}</center>\r\n</body>\r\n</html>\r\n`,
    {
      status: init.status ?? 200,
      headers: { "content-type": "text/html; charset=utf-8", ...init.headers },
    },
  );
}

/** The path of the endpoint. */
export const ENDPOINT_PATH = "/api/exploreropen/tokenapi";

/**
 * The page for a request to anything but the endpoint, `null` for one to it. A
 * query is welcome: Tencent's SDK sends one.
 */
export function refuseRoute(request: Request): Response | null {
  if (new URL(request.url).pathname !== ENDPOINT_PATH) return statusPage(404);
  if (request.method !== "POST") return statusPage(405, { allow: "POST" });
  return null;
}

/** A body that is an object, with whatever fields. */
export type WireBody = Readonly<Record<string, unknown>>;

/** The longest body that is read, in bytes. */
const MAX_BYTES = 1024 * 1024;

/** Reads the body as a JSON object, or says as an API error why it cannot be. */
export async function readBody(
  request: Request,
): Promise<{ body: WireBody } | ErrorAnswer> {
  const bytes = await request.arrayBuffer();
  const type = request.headers.get("content-type");
  if (!/^application\/json\s*(;|$)/i.test(type ?? "")) {
    return unreadable(
      "content-type must be application/json, current value is " +
        JSON.stringify(type),
    );
  }
  if (bytes.byteLength > MAX_BYTES) {
    return unreadable(
      `the body must be at most ${MAX_BYTES} bytes, current value is ${bytes.byteLength}`,
    );
  }
  const body = parse(bytes);
  if (body === undefined) return unreadable("the body is not JSON in UTF-8");
  return isObject(body) ? { body } : unreadable(
    `the body must be an object, current value is ${typeName(body)}`,
  );
}

/** Tells whether a value is an object of JSON: no array, not `null`. */
export function isObject(value: unknown): value is WireBody {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The name of a JSON value's type, with its article. */
export function typeName(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

/** The value that the bytes are in JSON, or `undefined`. */
function parse(bytes: ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function unreadable(why: string): ErrorAnswer {
  return apiError("InvalidParameter", `Cannot read the request: ${why}`);
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
