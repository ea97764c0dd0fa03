/**
 * Reads an answer: its body, but not without end; what is in its envelope; and
 * whether that is data, an error code, or the answer of somebody else.
 *
 * @module
 */

import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
  parseJson,
} from "./json.ts";
import { retryAfterMsOf } from "./retry.ts";
import type { RawAnswer } from "./send.ts";
import type { Trace } from "./trace.ts";
import { UnmadeError } from "./unmade_error.ts";

/** The longest body that is read, in bytes: 1 MiB. */
export const MAX_BODY_BYTES = 1024 * 1024;

/**
 * Reads the body of a response up to {@linkcode MAX_BODY_BYTES}.
 *
 * @param response The response, its body unread.
 * @returns The bytes, or `null` if there are more.
 */
export function readBody(response: Response): Promise<ArrayBuffer | null> {
  const length = declaredLength(response);
  if (length !== null && length <= MAX_BODY_BYTES) {
    return response.arrayBuffer();
  }
  return length === null ? readAsStream(response) : refuse(response);
}

/** The declared length, where it is also the length of what will be read. */
function declaredLength(response: Response): number | null {
  const { headers } = response;
  const header = headers.get("content-length");
  // A compressed body declares fewer bytes than it unpacks to.
  const isPlain = header !== null && !headers.has("content-encoding");
  return isPlain ? Number(header) : null;
}

async function refuse({ body }: Response): Promise<null> {
  await body?.cancel();
  return null;
}

/** Takes longer: looking at `body` makes a stream of it. */
async function readAsStream(
  { body }: Response,
): Promise<ArrayBuffer | null> {
  if (body === null) return new ArrayBuffer();
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return join(chunks, length);
    length += value.length;
    if (length > MAX_BODY_BYTES) break;
    chunks.push(value);
  }
  await reader.cancel();
  return null;
}

function join(chunks: readonly Uint8Array[], length: number): ArrayBuffer {
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes.buffer;
}

/**
 * Reads the data out of an answer.
 *
 * @param answer The answer.
 * @param trace What the call has gone through; learns the server's request id.
 * @returns The data.
 * @throws {UnmadeError} A `KugouApiError` if it is an error code, whatever the
 * HTTP status; a `KugouProtocolError` if it is none of the endpoint's envelopes.
 */
export function readAnswer(answer: RawAnswer, trace: Trace): JsonValue {
  const reading = readText(answer.body);
  if (reading.kind !== "unreadable" && reading.requestId !== null) {
    trace.serverRequestId = trace.redact(reading.requestId);
  }
  if (reading.kind === "error") throw apiError(answer, reading, trace);
  if (reading.kind === "data" && isSuccess(answer.status)) return reading.data;
  throw protocolError(answer, expectation(answer.status, reading), trace);
}

function apiError(
  { status, headers }: RawAnswer,
  { code, message }: ErrorReading,
  trace: Trace,
): UnmadeError {
  return new UnmadeError(({ KugouApiError, isKnownErrorCode }) =>
    new KugouApiError({
      // A documented word is no secret, even for a token that is part of one.
      code: isKnownErrorCode(code) ? code : trace.redact(code),
      serverMessage: trace.redact(message),
      status,
      retryAfterMs: retryAfterMsOf(headers),
    }, trace.context())
  );
}

/**
 * The error for an answer that is not what it must be.
 *
 * @param answer The answer.
 * @param expected What it must be, as the end of a sentence.
 * @param trace What the call has gone through.
 * @returns The error, still to be made.
 */
export function protocolError(
  answer: RawAnswer,
  expected: string,
  trace: Trace,
): UnmadeError {
  const { status, body, headers } = answer;
  const excerpt = trace.excerpt(body);
  const retryAfterMs = retryAfterMsOf(headers);
  const details = { status, expected, excerpt, retryAfterMs };
  return new UnmadeError(({ KugouProtocolError }) =>
    new KugouProtocolError(details, trace.context())
  );
}

function readText(body: string): Reading {
  try {
    return readEnvelope(parseJson(body));
  } catch {
    // The parser's own message would quote the body.
    return { kind: "unreadable", expected: "JSON" };
  }
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

function expectation(status: number, reading: Reading): string {
  // A browser hides a redirect behind status 0.
  if (status === 0 || (status >= 300 && status < 400)) {
    return "an answer and not a redirect";
  }
  const isReadable = reading.kind !== "unreadable" || !isSuccess(status);
  return isReadable ? "sent with HTTP status 200" : reading.expected;
}

/** The server answered with data. */
export interface DataReading {
  readonly kind: "data";
  /** The `Data`, or `null` if the server sent none. */
  readonly data: JsonValue;
  /** The request id that the server wrote into the answer, or `null`. */
  readonly requestId: string | null;
}

/** The server answered with an error code. */
export interface ErrorReading {
  readonly kind: "error";
  /** The code as sent; a number as its decimal text. */
  readonly code: string;
  /** The server's message, which may be empty. */
  readonly message: string;
  /** The request id that the server wrote into the answer, or `null`. */
  readonly requestId: string | null;
}

/** The answer is in none of the envelopes. */
export interface UnreadableReading {
  readonly kind: "unreadable";
  /** What was expected, as the end of a sentence. */
  readonly expected: string;
}

/** What an answer turned out to be. */
export type Reading = DataReading | ErrorReading | UnreadableReading;

/**
 * Reads an answer, in whichever envelope it came:
 *
 * 1. `{"Response":{"Data":…,"ErrorCode":0,"ErrorMsg":"","RequestId":…}}`
 * 2. `{"Response":{"Error":{"Code":…,"Message":…},"RequestId":…}}`
 * 3. `{"code":0,"msg":"","data":…}`, with the inside of 1 or 2 in `data`
 *
 * The first is from document 1081/60575, the second from its sibling pages,
 * the third from Tencent's own `qcloud-iotexplorer-appdev-sdk`.
 *
 * @param answer The parsed answer.
 * @returns What it says.
 */
export function readEnvelope(answer: JsonValue): Reading {
  if (!isJsonObject(answer)) return unreadable("a JSON object");
  if (isJsonObject(answer["Response"])) return readInside(answer["Response"]);
  if ("code" in answer || "data" in answer) return readGateway(answer);
  return unreadable("an object with Response, or with code and data");
}

function readGateway(answer: JsonObject): Reading {
  const inside = isJsonObject(answer["data"])
    ? readInside(answer["data"])
    : unreadable("an object with Data or Error in data");
  const code = codeOf(answer["code"]);
  if (code === null || inside.kind === "error") return inside;
  return {
    kind: "error",
    code,
    message: textOf(answer["msg"]),
    requestId: inside.kind === "data" ? inside.requestId : null,
  };
}

function readInside(inside: JsonObject): Reading {
  const requestId = textOf(inside["RequestId"]) || null;
  const error = inside["Error"];
  if (isJsonObject(error)) {
    const code = codeOf(error["Code"]) ?? "";
    return {
      kind: "error",
      code,
      message: textOf(error["Message"]),
      requestId,
    };
  }
  const code = codeOf(inside["ErrorCode"]);
  if (code !== null) {
    return {
      kind: "error",
      code,
      message: textOf(inside["ErrorMsg"]),
      requestId,
    };
  }
  if (!("Data" in inside) && !("ErrorCode" in inside)) {
    return unreadable("an object with Data, ErrorCode or Error");
  }
  return { kind: "data", data: inside["Data"] ?? null, requestId };
}

/** An error code as text, or `null` for each way to say that all is well. */
function codeOf(value: JsonValue | undefined): string | null {
  if (value === 0 || value === undefined) return null;
  const code = textOf(value);
  return code === "" || code === "0" ? null : code;
}

function textOf(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

function unreadable(expected: string): UnreadableReading {
  return { kind: "unreadable", expected };
}
