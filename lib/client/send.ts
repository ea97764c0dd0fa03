/** One attempt: one request goes out, and its answer is read within limits. */

import {
  KugouNetworkError,
  KugouPermissionError,
  KugouTimeoutError,
} from "./errors.ts";
import type { Settings } from "./options.ts";
import type { Trace } from "./trace.ts";

/** An answer, read but not yet understood. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** `null` if it was longer than {@linkcode MAX_BODY_BYTES}. */
  readonly bytes: Uint8Array | null;
}

/** The longest body that is read: 1 MiB. */
export const MAX_BODY_BYTES = 1024 * 1024;

/** Sends a request, and reads what it is answered with. */
export async function send(
  body: string,
  limits: { readonly ms: number; readonly signal: AbortSignal | undefined },
  { fetch, endpoint, timeoutMs, totalTimeoutMs }: Settings,
  trace: Trace,
): Promise<RawAnswer> {
  // AbortSignal.timeout and .any would be kept long after the answer.
  const stop = new AbortController();
  const onAbort = () => stop.abort(limits.signal?.reason);
  limits.signal?.addEventListener("abort", onAbort);
  const timer = setTimeout(() => stop.abort(), limits.ms);
  let phase: "headers" | "body" = "headers";
  try {
    const response = await fetch(endpoint, {
      method: "POST",
      headers: {
        accept: "application/json",
        "content-type": "application/json",
      },
      body,
      // The token goes to one host, and to no other that this one may name.
      redirect: "manual",
      signal: stop.signal,
    });
    phase = "body";
    const { status, headers } = response;
    return { status, headers, bytes: await readBytes(response) };
  } catch (error) {
    limits.signal?.throwIfAborted();
    if (!stop.signal.aborted) {
      throw networkError(error, phase, endpoint.host, trace);
    }
    // Less time than one attempt may take is what the whole call had left.
    const isTotal = limits.ms < timeoutMs;
    throw new KugouTimeoutError({
      phase,
      limit: isTotal ? "totalTimeoutMs" : "timeoutMs",
      limitMs: isTotal ? totalTimeoutMs : timeoutMs,
    }, trace.context(error));
  } finally {
    clearTimeout(timer);
    limits.signal?.removeEventListener("abort", onAbort);
  }
}

/** Counts what is read: a header may say anything. */
async function readBytes({ body }: Response): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body === null ? null : readerOf(body);
  for (;;) {
    const { done, value } = await reader?.read() ?? { done: true };
    if (done) break;
    length += value.length;
    if (length > MAX_BODY_BYTES) {
      await reader?.cancel();
      return null;
    }
    chunks.push(value);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

/**
 * Reads in pieces of the size of an answer: a runtime's own are of 64 KiB, which
 * a fleet's answers leave to the garbage collector one after another.
 */
function readerOf(body: ReadableStream<Uint8Array>) {
  try {
    const reader = body.getReader({ mode: "byob" });
    return {
      read: () => reader.read(new Uint8Array(PIECE_BYTES)),
      cancel: () => reader.cancel(),
    };
  } catch {
    // Not every body is a stream of bytes.
    return body.getReader();
  }
}

const PIECE_BYTES = 4096;

function networkError(
  error: unknown,
  phase: "headers" | "body",
  host: string,
  trace: Trace,
): KugouNetworkError | KugouPermissionError {
  const name = error instanceof Error ? error.name : "";
  if (name === "NotCapable" || name === "PermissionDenied") {
    // No request ids: nothing was sent.
    const { cause } = trace.context(error);
    return new KugouPermissionError(`--allow-net=${host}`, { cause });
  }
  const what = phase === "headers"
    ? `Cannot reach ${host}`
    : `Cannot read the whole answer from ${host}`;
  const why = innermostMessage(error);
  return new KugouNetworkError(
    why === "" ? what : `${what}: ${trace.redact(why)}`,
    phase,
    trace.context(error),
    // Every runtime words it its own way; Bun names another host's by its code.
    !/certificate|_CERT_/i.test(why),
  );
}

/** `fetch` itself says little; what it was caused by says more. */
function innermostMessage(error: unknown): string {
  if (!(error instanceof Error)) return "";
  const inner = error instanceof AggregateError
    ? [...new Set(error.errors.map(innermostMessage))].join("; ")
    : innermostMessage(error.cause);
  return inner || error.message;
}
