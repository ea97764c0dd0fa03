/**
 * Bodies that come in pieces.
 *
 * @module
 */

import { delay } from "./delay.ts";

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
