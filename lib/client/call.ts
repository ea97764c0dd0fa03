/**
 * One call: attempts, and the waits between them, until it succeeds or cannot.
 *
 * @module
 */

import { generate } from "@std/uuid/v7";
import { askAccessToken } from "./access_token.ts";
import { KugouApiError } from "./api_error.ts";
import { KugouError } from "./error.ts";
import type { JsonValue } from "./json.ts";
import type { Settings } from "./options.ts";
import { KugouProtocolError } from "./protocol_error.ts";
import { readAnswer } from "./read_answer.ts";
import { type PreparedRequest, toWire } from "./request.ts";
import { retryWaitMs } from "./retry.ts";
import { type RawAnswer, send, type Sending } from "./send.ts";
import { Deadline, sleep } from "./time.ts";
import { KugouTimeoutError } from "./timeout_error.ts";
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

/** Turns the data of an answer into what the caller wants, or refuses it. */
export type Interpret<T> = (
  data: JsonValue,
  answer: RawAnswer,
  trace: Trace,
) => T;

interface Outcome<T> {
  readonly requestId: string;
  readonly status: number | null;
  readonly durationMs: number;
  readonly value?: T;
  readonly error: KugouError | null;
}

/** One call, to be run once. */
export class Call<T> {
  readonly #prepared: PreparedRequest;
  readonly #settings: Settings;
  readonly #interpret: Interpret<T>;
  readonly #signal: AbortSignal | undefined;
  readonly #deadline: Deadline;
  readonly #trace = new Trace();
  #token = "";
  #mayAskAgain: boolean;
  #retries = 0;

  /**
   * Prepares the call; its time begins to run.
   *
   * @param prepared The checked request.
   * @param settings How to make it.
   * @param interpret What to make of the answer's data.
   * @param signal Ends the call early, with its reason.
   */
  constructor(
    prepared: PreparedRequest,
    settings: Settings,
    interpret: Interpret<T>,
    signal?: AbortSignal,
  ) {
    this.#prepared = prepared;
    this.#settings = settings;
    this.#interpret = interpret;
    this.#signal = signal;
    this.#deadline = new Deadline(settings.totalTimeoutMs);
    this.#mayAskAgain = typeof settings.accessToken === "function";
  }

  /**
   * Makes the call.
   *
   * @returns What was interpreted, and what the call tells about itself.
   * @throws {KugouError} If it failed for good.
   */
  async run(): Promise<{ value: T; facts: KugouCallFacts }> {
    this.#signal?.throwIfAborted();
    const { accessToken } = this.#settings;
    this.#use(
      typeof accessToken === "string" ? accessToken : await this.#askToken(),
    );
    for (;;) {
      const outcome = await this.#attempt();
      if (outcome.error === null) {
        this.#report(outcome, null);
        return { value: outcome.value as T, facts: this.#facts(outcome) };
      }
      const next = await this.#next(outcome.error);
      const waitMs = typeof next === "number" ? next : null;
      this.#report(outcome, waitMs);
      if (waitMs === null) throw next;
      await sleep(waitMs, this.#signal);
    }
  }

  async #attempt(): Promise<Outcome<T>> {
    this.#signal?.throwIfAborted();
    const startedAt = performance.now();
    const requestId = this.#prepared.requestId ?? generate();
    this.#trace.begin(requestId);
    try {
      const wire = toWire(this.#prepared, this.#token, requestId);
      const answer = await send(JSON.stringify(wire), this.#sending());
      const data = readAnswer(answer, this.#trace);
      const value = this.#interpret(data, answer, this.#trace);
      const { status } = answer;
      return {
        requestId,
        status,
        value,
        error: null,
        durationMs: performance.now() - startedAt,
      };
    } catch (error) {
      this.#signal?.throwIfAborted();
      if (!(error instanceof KugouError)) throw error;
      const status = statusOf(error);
      const durationMs = performance.now() - startedAt;
      return { requestId, status, error, durationMs };
    }
  }

  #sending(): Sending {
    const { endpoint, fetch, template, timeoutMs, totalTimeoutMs } =
      this.#settings;
    const remainingMs = this.#deadline.remainingMs;
    const limit = timeoutMs <= remainingMs
      ? { name: "timeoutMs" as const, ms: timeoutMs }
      : { name: "totalTimeoutMs" as const, ms: totalTimeoutMs };
    return {
      endpoint,
      fetch,
      template,
      limit,
      ms: Math.min(timeoutMs, Math.max(remainingMs, 0)),
      trace: this.#trace,
      signal: this.#signal,
    };
  }

  /** The wait before the next attempt, or the error that ends the call. */
  async #next(error: KugouError): Promise<number | KugouError> {
    if (await this.#hasFreshToken(error)) return 0;
    const { retry } = this.#settings;
    const waitMs = retryWaitMs(error, this.#retries, retry, Math.random());
    if (waitMs === null) return error;
    if (waitMs >= this.#deadline.remainingMs) return this.#late("wait", error);
    this.#retries++;
    return waitMs;
  }

  async #hasFreshToken(error: KugouError): Promise<boolean> {
    const needsOne = error instanceof KugouApiError &&
      error.retry === "fresh-token";
    if (!needsOne || !this.#mayAskAgain) return false;
    this.#mayAskAgain = false;
    const before = this.#token;
    this.#use(await this.#askToken());
    return this.#token !== before;
  }

  #use(token: string): void {
    this.#token = token;
    this.#trace.hide(token);
  }

  #askToken(): Promise<string> {
    return askAccessToken(
      this.#settings.accessToken,
      this.#deadline.remainingMs,
      () => this.#late("token"),
      this.#signal,
    );
  }

  #late(phase: "token" | "wait", cause?: KugouError): KugouTimeoutError {
    const limitMs = this.#deadline.limitMs;
    const details = { phase, limit: "totalTimeoutMs", limitMs } as const;
    return new KugouTimeoutError(details, this.#trace.context(cause));
  }

  #report(outcome: Outcome<T>, retryInMs: number | null): void {
    this.#settings.onAttempt?.({
      number: this.#trace.requestIds.length,
      requestId: outcome.requestId,
      serverRequestId: this.#trace.serverRequestId,
      status: outcome.status,
      durationMs: outcome.durationMs,
      error: outcome.error,
      retryInMs,
    });
  }

  #facts({ requestId }: Outcome<T>): KugouCallFacts {
    const { requestIds, serverRequestId } = this.#trace;
    return {
      requestId,
      serverRequestId,
      attempts: requestIds.length,
      durationMs: this.#deadline.elapsedMs,
    };
  }
}

function statusOf(error: KugouError): number | null {
  return error instanceof KugouApiError || error instanceof KugouProtocolError
    ? error.status
    : null;
}
