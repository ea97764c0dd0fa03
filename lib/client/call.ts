/** One call: attempts, and the waits between them. */

import { generate } from "@std/uuid/v7";
import { protocolError, readAnswer } from "./answer.ts";
import { KugouError, KugouTimeoutError } from "./errors.ts";
import type { JsonValue } from "./json.ts";
import type { KugouAttempt, Settings } from "./options.ts";
import {
  type CheckedRequest,
  checkRequest,
  type KugouRequest,
  toRequestBody,
} from "./request.ts";
import { retryWaitMs } from "./retry.ts";
import { send } from "./send.ts";
import { checkAccessToken, type KugouAccessToken } from "./token.ts";
import { Trace } from "./trace.ts";

/** What every call tells about itself when it has succeeded. */
export interface KugouCallFacts {
  /** The request id that was sent with the attempt that succeeded. */
  readonly requestId: string;
  /**
   * The request id that the server answered with, or `null`. It may differ
   * from the one that was sent; the server's own sample does.
   */
  readonly serverRequestId: string | null;
  /** How often the request was sent. */
  readonly attempts: number;
  /** How long the call took, with its retries and waits, in milliseconds. */
  readonly durationMs: number;
}

/** What {@linkcode KugouClient.command} resolves to. */
export interface KugouCommandResult extends KugouCallFacts {
  /** The server's `Data`, or `null` if it sent none. */
  readonly data: JsonValue;
}

/** A command, and which data it answers with. */
export interface Command {
  readonly name: string;
  readonly accepts: (data: JsonValue) => boolean;
  /** What an answer must be otherwise, as the end of a sentence. */
  readonly expected: string;
}

/** Makes a call. */
export async function call(
  command: Command,
  request: KugouRequest,
  settings: Settings,
  signal: AbortSignal | null | undefined,
): Promise<KugouCommandResult> {
  const checked = checkRequest(command.name, request);
  return await new Call(command, checked, settings, signal ?? undefined).run();
}

/** What became of one attempt. */
type Outcome =
  & Pick<KugouAttempt, "requestId" | "status" | "durationMs">
  & ({ data: JsonValue; error: null } | { error: KugouError });

class Call {
  readonly #command: Command;
  readonly #request: CheckedRequest;
  readonly #settings: Settings;
  readonly #signal: AbortSignal | undefined;
  readonly #startedAt = performance.now();
  readonly #trace = new Trace();

  constructor(
    command: Command,
    request: CheckedRequest,
    settings: Settings,
    signal: AbortSignal | undefined,
  ) {
    this.#command = command;
    this.#request = request;
    this.#settings = settings;
    this.#signal = signal;
  }

  async run(): Promise<KugouCommandResult> {
    this.#signal?.throwIfAborted();
    const source = this.#request.accessToken ?? this.#settings.accessToken;
    let mayAskAgain = typeof source === "function";
    let token = await this.#askToken(source, null);
    for (let retries = 0;;) {
      const outcome = await this.#attempt(token);
      if (outcome.error === null) {
        this.#report(outcome, null);
        return this.#result(outcome.requestId, outcome.data);
      }
      const { error } = outcome;
      if (mayAskAgain && needsFreshToken(error)) {
        mayAskAgain = false;
        const fresh = await this.#askToken(source, token);
        if (fresh !== token) {
          token = fresh;
          this.#report(outcome, 0);
          continue;
        }
      }
      const waitMs = retryWaitMs(error, retries++, this.#settings.retry);
      const isLate = waitMs !== null && waitMs >= this.#remainingMs();
      this.#report(outcome, isLate ? null : waitMs);
      if (isLate) throw this.#late("wait", error);
      if (waitMs === null) throw error;
      await sleep(waitMs, this.#signal);
    }
  }

  async #attempt(token: string): Promise<Outcome> {
    this.#signal?.throwIfAborted();
    const requestId = this.#request.requestId ?? generate();
    const startedAt = performance.now();
    this.#trace.requestIds.push(requestId);
    this.#trace.serverRequestId = null;
    const durationMs = () => performance.now() - startedAt;
    try {
      const body = toRequestBody(this.#request, token, requestId);
      const { timeoutMs } = this.#settings;
      const ms = Math.max(0, Math.min(timeoutMs, this.#remainingMs()));
      const limits = { ms, signal: this.#signal };
      const answer = await send(
        JSON.stringify(body),
        limits,
        this.#settings,
        this.#trace,
      );
      const { status } = answer;
      const data = readAnswer(answer, this.#trace);
      const { accepts, expected } = this.#command;
      if (!accepts(data)) throw protocolError(answer, expected, this.#trace);
      return { requestId, status, durationMs: durationMs(), data, error: null };
    } catch (error) {
      this.#signal?.throwIfAborted();
      if (!(error instanceof KugouError)) throw error;
      const status = "status" in error ? error.status as number : null;
      return { requestId, status, durationMs: durationMs(), error };
    }
  }

  /** The token, asked for where a function fetches it. */
  async #askToken(
    source: KugouAccessToken,
    refused: string | null,
  ): Promise<string> {
    let token = source;
    if (typeof token === "function") {
      const given = token(refused);
      token = checkAccessToken(
        typeof given === "string" ? given : await this.#inTime(given),
      );
    }
    this.#trace.hide(token);
    return token;
  }

  /** Waits as long as there is time left and nobody aborts the call. */
  async #inTime<T>(work: Promise<T>): Promise<T> {
    const signal = this.#signal;
    let end = () => {};
    const tooLate = new Promise<never>((_, reject) => {
      const onAbort = () => reject(signal?.reason);
      const onTimeout = () => reject(this.#late("token"));
      const timer = setTimeout(onTimeout, this.#remainingMs());
      signal?.addEventListener("abort", onAbort);
      if (signal?.aborted) onAbort();
      end = () => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", onAbort);
      };
    });
    try {
      return await Promise.race([work, tooLate]);
    } finally {
      end();
    }
  }

  /** What is left of the time for the whole call. */
  #remainingMs(): number {
    const elapsedMs = performance.now() - this.#startedAt;
    return this.#settings.totalTimeoutMs - elapsedMs;
  }

  #late(phase: "token" | "wait", cause?: KugouError): KugouTimeoutError {
    const limitMs = this.#settings.totalTimeoutMs;
    const details = { phase, limit: "totalTimeoutMs", limitMs } as const;
    return new KugouTimeoutError(details, this.#trace.context(cause));
  }

  #report(outcome: Outcome, retryInMs: number | null): void {
    const { requestId, status, durationMs, error } = outcome;
    const { requestIds, serverRequestId } = this.#trace;
    this.#settings.onAttempt({
      number: requestIds.length,
      requestId,
      serverRequestId,
      status,
      durationMs,
      error,
      retryInMs,
    });
  }

  #result(requestId: string, data: JsonValue): KugouCommandResult {
    const { requestIds, serverRequestId } = this.#trace;
    const attempts = requestIds.length;
    const durationMs = performance.now() - this.#startedAt;
    return { data, requestId, serverRequestId, attempts, durationMs };
  }
}

function needsFreshToken(error: KugouError): boolean {
  return "retry" in error && error.retry === "fresh-token";
}

function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      if (signal?.aborted) reject(signal.reason);
      else resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener("abort", end);
    if (signal?.aborted) end();
  });
}
