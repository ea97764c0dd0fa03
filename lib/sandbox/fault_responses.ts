/**
 * What a request is answered with that meets a fault.
 *
 * @module
 */

import { type Answer, apiError, type ErrorAnswer } from "./answer.ts";
import { delay, SandboxResetError } from "./exchange.ts";
import type { SandboxFaultName } from "./faults.ts";
import { htmlPage, statusPage } from "./wire_request.ts";

/** What a fault is made from. */
export interface FaultContext {
  /** The JSON text that a sound sandbox would answer. */
  readonly sound: string;
  /** Wraps an answer as the sandbox does, with this id for a `RequestId`. */
  readonly wrap: (answer: Answer, requestId: string) => string;
  /** The access token that was sent. */
  readonly accessToken: string;
  /** How long slow faults take, in milliseconds. */
  readonly slowMs: number;
  /** What a near `Retry-After` says. */
  readonly retryAfterSeconds: number;
  /** One is aborted when the client goes away, one when the sandbox does. */
  readonly signals: readonly AbortSignal[];
}

type Fault = (context: FaultContext) => Response | Promise<Response>;

/** A day in the seconds of `Retry-After`. */
const ONE_DAY = "86400";

/** Neither seconds nor a date. */
const UNREADABLE = "in a while";

/** Over the 1 MiB that the client of this package reads. */
const OVERSIZE = 2 * 1024 * 1024;

/** Stands for a byte that is set to one that UTF-8 never has. */
const QUESTION_MARK = 0x3f;

/** How each fault is made. */
export const FAULT_RESPONSES: Readonly<Record<SandboxFaultName, Fault>> = {
  "latency": (context) => soundAfter(context.slowMs / 10, context),
  "slow-headers": (context) => soundAfter(context.slowMs, context),
  "slow-body": ({ sound, slowMs, signals }) => slowBody(sound, slowMs, signals),
  "reset": () => Promise.reject(new SandboxResetError()),
  "reset-body": ({ sound }) => brokenBody(sound),
  "truncated": ({ sound }) => json(sound.slice(0, sound.length >> 1)),
  "empty": () => json(""),
  "invalid-utf8": ({ sound }) => json(withInvalidUtf8(sound)),
  "wrong-type": ({ sound }) => json(sound, "text/plain; charset=utf-8"),
  "wrong-type-html": () => htmlPage("Welcome", "Sign in to use this network"),
  "oversized": ({ sound }) => json(oversize(sound)),
  "oversized-chunked": ({ sound }) => chunkedBody(oversize(sound)),
  "redirect": () =>
    new Response(null, { status: 307, headers: { location: "/redirected" } }),
  "408": () => statusPage(408),
  "429": () => statusPage(429),
  "429-seconds": (context) => retryLater(429, inSeconds(context)),
  "429-date": (context) => retryLater(429, asDate(context)),
  "429-far": () => retryLater(429, ONE_DAY),
  "429-unreadable": () => retryLater(429, UNREADABLE),
  "500": () => statusPage(500),
  "502": () => statusPage(502),
  "503": () => statusPage(503),
  "503-seconds": (context) => retryLater(503, inSeconds(context)),
  "503-date": (context) => retryLater(503, asDate(context)),
  "503-far": () => retryLater(503, ONE_DAY),
  "503-unreadable": () => retryLater(503, UNREADABLE),
  "echo-token": ({ wrap, accessToken }) =>
    json(wrap(echo(accessToken), accessToken)),
  "echo-token-html": ({ accessToken }) =>
    statusPage(400, {}, echo(accessToken).message),
};

/** An answer in JSON, or in what is said to be. */
export function json(
  body: string | Uint8Array<ArrayBuffer>,
  type = "application/json",
): Response {
  return new Response(body, { headers: { "content-type": type } });
}

async function soundAfter(
  ms: number,
  { sound, signals }: FaultContext,
): Promise<Response> {
  await delay(ms, signals);
  return json(sound);
}

/** The text with a field in front whose two characters are no UTF-8. */
function withInvalidUtf8(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new TextEncoder().encode(text.replace("{", `{"note":"??",`));
  return bytes.map((byte) => byte === QUESTION_MARK ? 0xff : byte);
}

/** The text with a field in front that makes it too long. */
function oversize(text: string): string {
  return text.replace("{", `{"note":"${"x".repeat(OVERSIZE)}",`);
}

function retryLater(status: number, retryAfter: string): Response {
  return statusPage(status, { "retry-after": retryAfter });
}

function inSeconds({ retryAfterSeconds }: FaultContext): string {
  return String(retryAfterSeconds);
}

/** Rounded up: an HTTP date has no milliseconds. */
function asDate({ retryAfterSeconds }: FaultContext): string {
  const seconds = Math.ceil(Date.now() / 1000) + retryAfterSeconds;
  return new Date(seconds * 1000).toUTCString();
}

function echo(accessToken: string): ErrorAnswer {
  return apiError(
    "InvalidParameterValue",
    `Cannot serve {"AccessToken":"${accessToken}"}`,
  );
}

const encoder = new TextEncoder();

/**
 * Half of the text, and then the end, though the whole was announced: a server
 * has no way out then but to close the connection.
 */
export function brokenBody(text: string): Response {
  const bytes = encoder.encode(text);
  return announced(
    bytes.length,
    ReadableStream.from([bytes.subarray(0, bytes.length >> 1)]),
  );
}

/** The text in twenty pieces, the first at once and the last after `ms`. */
export function slowBody(
  text: string,
  ms: number,
  signals: readonly AbortSignal[],
): Response {
  const bytes = encoder.encode(text);
  const cancelled = new AbortController();
  const pieces = drip(bytes, ms, [...signals, cancelled.signal]);
  return announced(
    bytes.length,
    new ReadableStream({
      async pull(controller) {
        const { value } = await pieces.next();
        if (value) controller.enqueue(value);
        else controller.close();
      },
      cancel: () => cancelled.abort(),
    }),
  );
}

/** A text of any length in chunks, its length unsaid. */
export function chunkedBody(text: string): Response {
  const bytes = encoder.encode(text);
  return new Response(ReadableStream.from(pieces(bytes, 64 * 1024)), {
    headers: { "content-type": "application/json" },
  });
}

function announced(
  length: number,
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
): Response {
  return new Response(body, {
    headers: {
      "content-type": "application/json",
      "content-length": String(length),
    },
  });
}

/** Ends early and in silence when a signal is aborted. */
async function* drip(
  bytes: Uint8Array<ArrayBuffer>,
  ms: number,
  signals: readonly AbortSignal[],
): AsyncGenerator<Uint8Array<ArrayBuffer>, undefined> {
  const count = 20;
  let first = true;
  for (const piece of pieces(bytes, Math.ceil(bytes.length / count))) {
    if (!first && !await waited(ms / (count - 1), signals)) return;
    first = false;
    yield piece;
  }
}

function* pieces(
  bytes: Uint8Array<ArrayBuffer>,
  size: number,
): Generator<Uint8Array<ArrayBuffer>, undefined> {
  for (let start = 0; start < bytes.length; start += size) {
    yield bytes.subarray(start, start + size);
  }
}

/** Whether the whole time went by. */
function waited(ms: number, signals: readonly AbortSignal[]): Promise<boolean> {
  return delay(ms, signals).then(() => true, () => false);
}
