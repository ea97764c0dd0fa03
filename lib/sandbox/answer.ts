/**
 * Answers, and the envelopes that they are sent in.
 *
 * @module
 */

import { explainErrorCode } from "../client/error_codes.ts";
import type { WireData } from "./device.ts";
import type { SandboxEnvelope } from "./types.ts";

/** An answer: `Data`, or an API error. */
export type Answer = DataAnswer | ErrorAnswer;

/** The `Data` of a device. */
export interface DataAnswer {
  readonly kind: "data";
  readonly data: WireData;
}

/** An API error with its code in text, even where the wire has a number. */
export interface ErrorAnswer {
  readonly kind: "error";
  readonly code: string;
  readonly message: string;
}

/** An API error; without a message, it gets the meaning of its code. */
export function apiError(
  code: string,
  message: string = explainErrorCode(code).meaning.en,
): ErrorAnswer {
  return { kind: "error", code, message };
}

/**
 * Makes a function that gives the next id: a prefix, the date and a number, as
 * in Tencent Cloud's sample, where it is not the id that the caller sent.
 */
export function createRequestIds(): () => string {
  let count = 0;
  return () => {
    count++;
    const date = new Date().toISOString().slice(0, 10).replaceAll("-", "");
    return `sandbox${date}-${String(count).padStart(6, "0")}`;
  };
}

/** Gateways answer string codes with some number that is not 0. */
const GATEWAY_FAILURE = -1;

/** The JSON text of an answer in its envelope. */
export function wrap(
  answer: Answer,
  envelope: SandboxEnvelope,
  requestId: string,
): string {
  const inner = { ...content(answer), RequestId: requestId };
  return stringify(
    envelope === "gateway"
      ? { ...gatewayStatus(answer), data: inner }
      : { Response: inner },
  );
}

/** What stands inside of `Response`, or inside of the gateway's `data`. */
function content(answer: Answer): Record<string, unknown> {
  if (answer.kind === "data") {
    return { Data: answer.data, ErrorCode: 0, ErrorMsg: "" };
  }
  return isNumeric(answer)
    ? { Data: {}, ErrorCode: BigInt(answer.code), ErrorMsg: answer.message }
    : { Error: { Code: answer.code, Message: answer.message } };
}

/** The gateway's own `code` and `msg`, where Tencent's SDK looks for failure. */
function gatewayStatus(answer: Answer): Record<string, unknown> {
  if (answer.kind === "data") return { code: 0, msg: "" };
  const code = isNumeric(answer) ? BigInt(answer.code) : GATEWAY_FAILURE;
  return { code, msg: answer.message };
}

/** A code of digits is an integer on the wire; 0 would mean success. */
function isNumeric({ code }: ErrorAnswer): boolean {
  return /^[1-9]\d*$/.test(code);
}

/** `JSON.stringify` that writes a bigint as a number with all its digits. */
function stringify(value: unknown): string {
  return JSON.stringify(
    value,
    (_key, value) => typeof value === "bigint" ? rawJson(String(value)) : value,
  );
}

/** `JSON.rawJSON`, which the type library does not know yet. */
const { rawJSON: rawJson } = JSON as unknown as {
  rawJSON(text: string): unknown;
};
