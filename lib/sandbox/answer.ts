import { explainErrorCode } from "../../mod.ts";

/**
 * How an answer is wrapped: `response` is the shape of the public document
 * (`{"Response":{…}}`), `gateway` the one that Tencent's own SDK reads
 * (`{"code":0,"msg":"","data":{…}}`).
 */
export type SandboxEnvelope = "response" | "gateway";

/** The `Data` of an answer, by the names of the wire. */
export type WireData = Record<string, unknown>;

/** An API error with its code in text, even where the wire has a number. */
export class ApiError extends Error {
  readonly code: string;

  /** Without a message it gets the meaning of its code. */
  constructor(code: string, message = explainErrorCode(code).meaning.en) {
    super(message);
    this.code = code;
  }
}

/** What is put into an envelope. */
export type Answer = { readonly data: WireData } | ApiError;

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
  if (!(answer instanceof ApiError)) {
    return { Data: answer.data, ErrorCode: 0, ErrorMsg: "" };
  }
  const { code, message } = answer;
  return isNumeric(code)
    ? { Data: {}, ErrorCode: BigInt(code), ErrorMsg: message }
    : { Error: { Code: code, Message: message } };
}

/** The gateway's own `code` and `msg`, where Tencent's SDK looks for failure. */
function gatewayStatus(answer: Answer): Record<string, unknown> {
  if (!(answer instanceof ApiError)) return { code: 0, msg: "" };
  const { code, message } = answer;
  return {
    code: isNumeric(code) ? BigInt(code) : GATEWAY_FAILURE,
    msg: message,
  };
}

/** A code of digits is an integer on the wire; 0 would mean success. */
function isNumeric(code: string): boolean {
  return /^[1-9]\d*$/.test(code);
}

/** `JSON.stringify` that writes a bigint as a number with all its digits. */
function stringify(value: unknown): string {
  // Node.js 20 has no JSON.rawJSON. No text of an answer begins with NUL.
  const marked = JSON.stringify(
    value,
    (_key, value) => typeof value === "bigint" ? `\0${value}` : value,
  );
  return marked.replace(/"\\u0000(\d+)"/g, "$1");
}
