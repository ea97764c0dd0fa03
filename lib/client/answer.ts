/** Reads an answer: data, an error code, or the answer of something else. */

import { isKnownErrorCode } from "./error_codes.ts";
import { KugouApiError, KugouProtocolError } from "./errors.ts";
import {
  isJsonObject,
  isTooDeep,
  type JsonObject,
  type JsonValue,
  parseJson,
  textOf,
} from "./json.ts";
import { retryAfterMsOf } from "./retry.ts";
import { MAX_BODY_BYTES, type RawAnswer } from "./send.ts";
import type { Trace } from "./trace.ts";

/**
 * Reads the data out of an answer.
 *
 * @throws {KugouApiError} If it is an error code, whatever the HTTP status.
 * @throws {KugouProtocolError} If it is not the endpoint's.
 */
export function readAnswer(answer: RawAnswer, trace: Trace): JsonValue {
  const { status, headers } = answer;
  const reading = readBytes(answer);
  if (reading.kind !== "unreadable" && reading.requestId !== null) {
    trace.serverRequestId = trace.redact(reading.requestId);
  }
  if (reading.kind === "error") {
    const { code, message } = reading;
    throw new KugouApiError({
      // A documented word is no secret, even for a token that is part of one.
      code: isKnownErrorCode(code) ? code : trace.redact(code),
      serverMessage: trace.redact(message),
      status,
      retryAfterMs: retryAfterMsOf(headers),
    }, trace.context());
  }
  if (reading.kind === "data" && isSuccess(status)) return reading.data;
  throw protocolError(answer, expectation(status, reading), trace);
}

/** The error for an answer that is not what it must be. */
export function protocolError(
  { status, headers, bytes }: RawAnswer,
  expected: string,
  trace: Trace,
): KugouProtocolError {
  const excerpt = bytes === null
    ? "(too long to be read)"
    : trace.excerpt(new TextDecoder().decode(bytes));
  const retryAfterMs = retryAfterMsOf(headers);
  const details = { status, expected, excerpt, retryAfterMs };
  return new KugouProtocolError(details, trace.context());
}

function readBytes({ bytes }: RawAnswer): Reading {
  if (bytes === null) return unreadable(`at most ${MAX_BODY_BYTES} bytes long`);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return readText(text);
  } catch {
    return unreadable("text in UTF-8");
  }
}

function readText(text: string): Reading {
  let value: JsonValue;
  try {
    value = parseJson(text);
  } catch {
    // The parser's own message would quote the body.
    return unreadable("JSON");
  }
  return isTooDeep(value)
    ? unreadable("nested at most 100 deep")
    : readEnvelope(value);
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

function expectation(status: number, reading: Reading): string {
  // A browser hides a redirect behind status 0.
  if (status === 0 || (status >= 300 && status < 400)) {
    return "an answer and not a redirect";
  }
  return reading.kind === "unreadable" && isSuccess(status)
    ? reading.expected
    : "sent with HTTP status 200";
}

/** What an answer turned out to be. */
type Reading =
  | {
    readonly kind: "data";
    readonly data: JsonValue;
    readonly requestId: string | null;
  }
  | {
    readonly kind: "error";
    /** The code as sent; a number as its decimal text. */
    readonly code: string;
    readonly message: string;
    readonly requestId: string | null;
  }
  | {
    readonly kind: "unreadable";
    /** What was expected, as the end of a sentence. */
    readonly expected: string;
  };

/**
 * Reads an answer in whichever envelope it came:
 *
 * 1. `{"Response":{"Data":…,"ErrorCode":0,"ErrorMsg":"","RequestId":…}}`
 * 2. `{"Response":{"Error":{"Code":…,"Message":…},"RequestId":…}}`
 * 3. `{"code":0,"msg":"","data":…}`, with the inside of 1 or 2 in `data`
 *
 * The first is from document 1081/60575, the second from its sibling pages,
 * the third from Tencent's own `qcloud-iotexplorer-appdev-sdk`.
 */
function readEnvelope(answer: JsonValue): Reading {
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
  const { Error: error, ErrorCode: errorCode, ErrorMsg: errorMsg } = inside;
  if (isJsonObject(error)) {
    const code = codeOf(error["Code"]);
    const message = textOf(error["Message"]);
    // An error that says nothing, beside a code or data, is none.
    const isSilent = code === null && message === "";
    if (!isSilent || !isAnswer(inside)) {
      return { kind: "error", code: code ?? "", message, requestId };
    }
  }
  const code = codeOf(errorCode);
  if (code !== null) {
    return { kind: "error", code, message: textOf(errorMsg), requestId };
  }
  return isAnswer(inside)
    ? { kind: "data", data: inside["Data"] ?? null, requestId }
    : unreadable("an object with Data, ErrorCode or Error");
}

function isAnswer(inside: JsonObject): boolean {
  return "Data" in inside || "ErrorCode" in inside;
}

/** An error code as text, or `null` for each way to say that all is well. */
function codeOf(value: JsonValue | undefined): string | null {
  const code = textOf(value);
  return code === "" || code === "0" ? null : code;
}

function unreadable(expected: string): Reading {
  return { kind: "unreadable", expected };
}
