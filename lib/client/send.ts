/**
 * One attempt: sends a body and reads the answer, within a limit.
 *
 * @module
 */

import { type Abortable, unwatchAbort, watchAbort } from "./abort_watch.ts";
import { type Limit, startLimit, stopLimit } from "./alarm.ts";
import type { KugouErrorContext } from "./error.ts";
import type { Settings } from "./options.ts";
import type { KugouProtocolDetails } from "./protocol_error.ts";
import { MAX_BODY_BYTES, readBody } from "./read_answer.ts";
import { retryAfterMsOf } from "./retry.ts";
import type { Trace } from "./trace.ts";
import { UnmadeError } from "./unmade_error.ts";

/** An answer before anybody has looked into it. */
export interface RawAnswer {
  readonly status: number;
  readonly body: string;
  readonly headers: Headers;
}

/**
 * One attempt, from its request to its answer. Whoever makes it must `end()` it.
 *
 * It is steps and no function that awaits them: each such function that a
 * lookup goes through would take a hundredth of it on a fast network.
 */
export class Sending implements Limit, Abortable {
  /** When it is given up, by `performance.now()`. */
  readonly endsAt: number;
  readonly #settings: Settings;
  readonly #trace: Trace;
  readonly #signal: AbortSignal | undefined;
  readonly #ms: number;
  readonly #stop = new AbortController();
  #phase: "headers" | "body" | "done" = "headers";
  #isLate = false;

  /**
   * Begins the attempt; its time begins to run.
   *
   * @param settings Where to and how.
   * @param trace What the call has gone through.
   * @param signal Ends the attempt early.
   * @param now The time now, by `performance.now()`.
   * @param ms How long the attempt may take, in milliseconds.
   */
  constructor(
    settings: Settings,
    trace: Trace,
    signal: AbortSignal | undefined,
    now: number,
    ms: number,
  ) {
    this.#settings = settings;
    this.#trace = trace;
    this.#signal = signal;
    this.#ms = ms;
    this.endsAt = now + ms;
    if (signal !== undefined) watchAbort(signal, this);
    startLimit(this, now);
  }

  /** Gives the attempt up; the alarm calls it. */
  onEnd(): void {
    this.#isLate = true;
    this.#stop.abort();
  }

  /** Gives the attempt up; the signal calls it. */
  onAbort(): void {
    this.#stop.abort(this.#signal?.reason);
  }

  /** Ends the attempt, whatever became of it. */
  end(): void {
    stopLimit(this);
    if (this.#signal !== undefined) unwatchAbort(this.#signal, this);
  }

  /**
   * Sends the request.
   *
   * @param body Its body, JSON.
   * @returns The response, its body unread.
   */
  post(body: string): Promise<Response> {
    const { fetch, endpoint, template } = this.#settings;
    const { signal } = this.#stop;
    return template === null
      ? fetch(endpoint, { ...INIT, body, signal })
      : fetch(template, { body, signal });
  }

  /**
   * Reads the body of the response.
   *
   * @param response The response.
   * @returns Its body, or `null` if it is too long.
   */
  read(response: Response): Promise<ArrayBuffer | null> {
    this.#phase = "body";
    return readBody(response);
  }

  /**
   * Makes the answer of what was read.
   *
   * @param response The response.
   * @param body Its body, or `null` if it is too long.
   * @returns The answer, whatever its status.
   * @throws {UnmadeError} A `KugouProtocolError` if it is no text.
   */
  answer(response: Response, body: ArrayBuffer | null): RawAnswer {
    const answer = readText(body, response, this.#trace);
    this.#phase = "done";
    return answer;
  }

  /**
   * Says what an error that one of the steps threw means.
   *
   * @param error The error.
   * @returns What to throw instead, still to be made; the error itself after all
   * steps.
   */
  explain(error: unknown): unknown {
    const phase = this.#phase;
    if (this.#signal?.aborted) return this.#signal.reason;
    if (phase === "done" || error instanceof UnmadeError) return error;
    return this.#isLate
      ? this.#timeoutError(phase, error)
      : networkError(error, phase, this.#settings.endpoint, this.#trace);
  }

  #timeoutError(phase: "headers" | "body", error: unknown): UnmadeError {
    const settings = this.#settings;
    // Less time than one attempt may take is what the whole call had left.
    const limit = this.#ms < settings.timeoutMs
      ? "totalTimeoutMs"
      : "timeoutMs";
    const details = { phase, limit, limitMs: settings[limit] } as const;
    const context = this.#trace.context(error);
    return new UnmadeError(({ KugouTimeoutError }) =>
      new KugouTimeoutError(details, context)
    );
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

const UTF8 = new TextDecoder();
const STRICT_UTF8 = new TextDecoder("utf-8", { fatal: true });

/** Strict, but as quick as not: only a text with U+FFFD can have been wrong. */
function decode(bytes: Uint8Array): string {
  const text = UTF8.decode(bytes);
  return text.includes("\ufffd") ? STRICT_UTF8.decode(bytes) : text;
}

function readText(
  body: ArrayBuffer | null,
  { status, headers }: Response,
  trace: Trace,
): RawAnswer {
  if (body === null) {
    const retryAfterMs = retryAfterMsOf(headers);
    const expected = `at most ${MAX_BODY_BYTES} bytes long`;
    const excerpt = "(too long to be read)";
    const details = { status, expected, excerpt, retryAfterMs };
    throw protocolError(details, trace.context());
  }
  const bytes = new Uint8Array(body);
  try {
    return { status, body: decode(bytes), headers };
  } catch (error) {
    const retryAfterMs = retryAfterMsOf(headers);
    const expected = "text in UTF-8";
    const excerpt = trace.excerpt(UTF8.decode(bytes));
    const details = { status, expected, excerpt, retryAfterMs };
    throw protocolError(details, trace.context(error));
  }
}

function protocolError(
  details: KugouProtocolDetails,
  context: KugouErrorContext,
): UnmadeError {
  return new UnmadeError(({ KugouProtocolError }) =>
    new KugouProtocolError(details, context)
  );
}

/** Names that Deno has given to the error for a permission it was not given. */
const PERMISSION_ERRORS = ["NotCapable", "PermissionDenied"];

function networkError(
  error: unknown,
  phase: "headers" | "body",
  endpoint: URL,
  trace: Trace,
): UnmadeError {
  const name = error instanceof Error ? error.name : "";
  if (PERMISSION_ERRORS.includes(name)) {
    const flag = `--allow-net=${endpoint.host}`;
    // No request ids: nothing was sent.
    const { cause } = trace.context(error);
    return new UnmadeError(({ KugouPermissionError }) =>
      new KugouPermissionError(flag, { cause })
    );
  }
  const why = trace.redact(innermostMessage(error));
  const what = phase === "headers"
    ? `Cannot reach ${endpoint.host}`
    : `Cannot read the whole answer of ${endpoint.host}`;
  const message = why === "" ? what : `${what}: ${why}`;
  const context = trace.context(error);
  return new UnmadeError(({ KugouNetworkError }) =>
    new KugouNetworkError(message, phase, context)
  );
}

/** `fetch` says little; what it was caused by says more. */
function innermostMessage(error: unknown): string {
  if (!(error instanceof Error)) return "";
  return innermostMessage(error.cause) || error.message;
}
