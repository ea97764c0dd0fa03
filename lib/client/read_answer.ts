/**
 * Tells data, an error code, and an answer of somebody else apart.
 *
 * @module
 */

import { KugouApiError } from "./api_error.ts";
import { isKnownErrorCode } from "./error_codes.ts";
import { readEnvelope, type Reading } from "./envelope.ts";
import { type JsonValue, parseJson } from "./json.ts";
import { KugouProtocolError } from "./protocol_error.ts";
import { retryAfterMsOf } from "./retry_after.ts";
import type { RawAnswer } from "./send.ts";
import type { Trace } from "./trace.ts";

/**
 * Reads the data out of an answer.
 *
 * @param answer The answer.
 * @param trace What the call has gone through; learns the server's request id.
 * @returns The data.
 * @throws {KugouApiError} If it is an error code, whatever the HTTP status.
 * @throws {KugouProtocolError} If it is none of the endpoint's envelopes.
 */
export function readAnswer(answer: RawAnswer, trace: Trace): JsonValue {
  const reading = readText(answer.body);
  if (reading.kind !== "unreadable" && reading.requestId !== null) {
    trace.serverRequestId = trace.redact(reading.requestId);
  }
  if (reading.kind === "error") {
    throw new KugouApiError({
      // A documented word is no secret, even for a token that is part of one.
      code: isKnownErrorCode(reading.code)
        ? reading.code
        : trace.redact(reading.code),
      serverMessage: trace.redact(reading.message),
      status: answer.status,
      retryAfterMs: retryAfterMsOf(answer.headers),
    }, trace.context());
  }
  if (reading.kind === "data" && isSuccess(answer.status)) return reading.data;
  throw protocolError(answer, expectation(answer.status, reading), trace);
}

/**
 * Makes the error for an answer that is not what it must be.
 *
 * @param answer The answer.
 * @param expected What it must be, as the end of a sentence.
 * @param trace What the call has gone through.
 * @returns The error.
 */
export function protocolError(
  answer: RawAnswer,
  expected: string,
  trace: Trace,
): KugouProtocolError {
  const { status, body, headers } = answer;
  const excerpt = trace.excerpt(body);
  const retryAfterMs = retryAfterMsOf(headers);
  const details = { status, expected, excerpt, retryAfterMs };
  return new KugouProtocolError(details, trace.context());
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
