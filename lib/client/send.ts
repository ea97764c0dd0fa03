/**
 * One attempt: sends a body and reads the answer, within a limit.
 *
 * @module
 */

import { startLimit, stopLimit } from "./alarm.ts";
import { KugouNetworkError } from "./network_error.ts";
import { KugouPermissionError } from "./permission_error.ts";
import { KugouProtocolError } from "./protocol_error.ts";
import { MAX_BODY_BYTES, readBody } from "./read_body.ts";
import { parseRetryAfter } from "./retry_after.ts";
import { KugouTimeoutError } from "./timeout_error.ts";
import type { Trace } from "./trace.ts";

/** What one attempt needs. */
export interface Sending {
  readonly endpoint: URL;
  readonly fetch: typeof fetch;
  /** For the global `fetch`; one of the caller's own gets a URL and options. */
  readonly template: Request | null;
  /** When to give up, in milliseconds from now. */
  readonly ms: number;
  /** The option that the limit comes from, and its value. */
  readonly limit: {
    readonly name: "timeoutMs" | "totalTimeoutMs";
    readonly ms: number;
  };
  readonly trace: Trace;
  readonly signal?: AbortSignal | undefined;
}

/** An answer before anybody has looked into it. */
export interface RawAnswer {
  readonly status: number;
  readonly body: string;
  readonly retryAfterMs: number | null;
}

/**
 * Sends a body and reads the answer.
 *
 * @param body The request body, JSON.
 * @param sending Where to, how, and within which limit.
 * @returns The answer, whatever its status.
 * @throws {KugouError} If no answer came, or none that is text.
 */
export async function send(body: string, sending: Sending): Promise<RawAnswer> {
  const { signal } = sending;
  const stop = new AbortController();
  const onAbort = () => stop.abort(signal?.reason);
  signal?.addEventListener("abort", onAbort, { once: true });
  let phase: "headers" | "body" = "headers";
  let isLate = false;
  const limit = startLimit(sending.ms, () => {
    isLate = true;
    stop.abort();
  });
  try {
    const response = await post(body, sending, stop.signal);
    phase = "body";
    return readText(await readBody(response), response, sending.trace);
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    if (error instanceof KugouProtocolError) throw error;
    if (isLate) throw timeoutError(phase, sending, error);
    throw networkError(error, phase, sending);
  } finally {
    stopLimit(limit);
    signal?.removeEventListener("abort", onAbort);
  }
}

/** What every attempt is sent with. */
const INIT = {
  method: "POST",
  headers: { accept: "application/json", "content-type": "application/json" },
  // The token goes to one host, and to no other that this one may name.
  redirect: "manual",
} as const;

/**
 * Makes what each attempt is made from. Its headers are checked once, which
 * would otherwise take a thirtieth of a lookup on a fast network.
 *
 * @param endpoint Where to.
 * @returns A request without a body.
 */
export function requestTemplate(endpoint: URL): Request {
  return new Request(endpoint, INIT);
}

function post(
  body: string,
  { fetch, endpoint, template }: Sending,
  signal: AbortSignal,
): Promise<Response> {
  return template === null
    ? fetch(endpoint, { ...INIT, body, signal })
    : fetch(template, { body, signal });
}

const UTF8 = new TextDecoder();
const STRICT_UTF8 = new TextDecoder("utf-8", { fatal: true });

/** Strict, but as quick as not: only a text with U+FFFD can have been wrong. */
function decode(bytes: Uint8Array): string {
  const text = UTF8.decode(bytes);
  return text.includes("\ufffd") ? STRICT_UTF8.decode(bytes) : text;
}

function readText(
  bytes: Uint8Array | null,
  { status, headers }: Response,
  trace: Trace,
): RawAnswer {
  const retryAfterMs = parseRetryAfter(headers.get("retry-after"));
  if (bytes === null) {
    const expected = `at most ${MAX_BODY_BYTES} bytes long`;
    const excerpt = "(too long to be read)";
    const details = { status, expected, excerpt, retryAfterMs };
    throw new KugouProtocolError(details, trace.context());
  }
  try {
    return { status, body: decode(bytes), retryAfterMs };
  } catch (error) {
    const expected = "text in UTF-8";
    const excerpt = trace.excerpt(UTF8.decode(bytes));
    const details = { status, expected, excerpt, retryAfterMs };
    throw new KugouProtocolError(details, trace.context(error));
  }
}

function timeoutError(
  phase: "headers" | "body",
  { limit, trace }: Sending,
  error: unknown,
): KugouTimeoutError {
  const details = { phase, limit: limit.name, limitMs: limit.ms };
  return new KugouTimeoutError(details, trace.context(error));
}

/** Names that Deno has given to the error for a permission it was not given. */
const PERMISSION_ERRORS = ["NotCapable", "PermissionDenied"];

function networkError(
  error: unknown,
  phase: "headers" | "body",
  { endpoint, trace }: Sending,
): KugouNetworkError | KugouPermissionError {
  const name = error instanceof Error ? error.name : "";
  if (PERMISSION_ERRORS.includes(name)) {
    const flag = `--allow-net=${endpoint.host}`;
    // No request ids: nothing was sent.
    const { cause } = trace.context(error);
    return new KugouPermissionError(flag, { cause });
  }
  const why = trace.redact(innermostMessage(error));
  const what = phase === "headers"
    ? `Cannot reach ${endpoint.host}`
    : `Cannot read the whole answer of ${endpoint.host}`;
  const message = why === "" ? what : `${what}: ${why}`;
  return new KugouNetworkError(message, phase, trace.context(error));
}

/** `fetch` says little; what it was caused by says more. */
function innermostMessage(error: unknown): string {
  if (!(error instanceof Error)) return "";
  return innermostMessage(error.cause) || error.message;
}
