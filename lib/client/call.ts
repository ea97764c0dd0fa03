/**
 * One call: attempts, and the waits between them, until it succeeds or cannot.
 *
 * @module
 */

import { generate } from "@std/uuid/v7";
import {
  askAccessToken,
  checkAccessToken,
  type KugouAccessToken,
} from "./access_token.ts";
import { KugouError } from "./error.ts";
import type { JsonValue } from "./json.ts";
import type { Settings } from "./options.ts";
import { protocolError, readAnswer } from "./read_answer.ts";
import {
  type KugouRequest,
  type PreparedRequest,
  prepareRequest,
  toWire,
} from "./request.ts";
import { retryWaitMs } from "./retry.ts";
import { type RawAnswer, Sending } from "./send.ts";
import { sleep } from "./time.ts";
import { Trace } from "./trace.ts";
import { madeOf, UnmadeError } from "./unmade_error.ts";

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

/** A command, and what to make of its answer. */
export interface Command<T extends JsonValue, R> {
  /** The KGCommand. */
  readonly name: string;
  /** Whether data is what the command answers with. */
  readonly accepts: (data: JsonValue) => data is T;
  /** What an answer must be otherwise, as the end of a sentence. */
  readonly expected: string;
  /** Makes the result of the call. */
  readonly result: (data: T, facts: KugouCallFacts) => R;
}

interface Outcome<T> {
  readonly requestId: string;
  readonly status: number | null;
  /** When the attempt began and ended, by `performance.now()`. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly data?: T;
  readonly error: KugouError | null;
}

/** One call, to be run once. */
export class Call<T extends JsonValue, R> {
  readonly #command: Command<T, R>;
  readonly #request: KugouRequest;
  readonly #settings: Settings;
  readonly #signal: AbortSignal | undefined;
  readonly #startedAt = performance.now();
  readonly #trace = new Trace();
  #token = "";
  #mayAskAgain = false;
  #retries = 0;

  /**
   * Prepares the call; its time begins to run.
   *
   * @param command What to ask, and what to make of the answer.
   * @param request Which device to ask about; not checked yet.
   * @param settings How to make the call.
   * @param signal Ends the call early, with its reason.
   */
  constructor(
    command: Command<T, R>,
    request: KugouRequest,
    settings: Settings,
    signal?: AbortSignal,
  ) {
    this.#command = command;
    this.#request = request;
    this.#settings = settings;
    this.#signal = signal;
  }

  /**
   * Makes the call.
   *
   * @returns The command's result.
   * @throws {KugouError} If it failed for good.
   */
  async run(): Promise<R> {
    const prepared = prepareRequest(this.#command.name, this.#request);
    this.#signal?.throwIfAborted();
    const accessToken = this.#accessToken();
    let now = this.#startedAt;
    if (typeof accessToken === "string") {
      this.#use(accessToken);
    } else {
      this.#mayAskAgain = true;
      this.#use(await this.#askToken());
      now = performance.now();
    }
    for (;;) {
      const requestId = this.#begin(prepared);
      const body = JSON.stringify(toWire(prepared, this.#token, requestId));
      const sending = this.#sending(now);
      let outcome: Outcome<T>;
      try {
        const response = await sending.post(body);
        const answer = sending.answer(response, await sending.read(response));
        outcome = this.#succeeded(answer, requestId, now);
      } catch (error) {
        const endedAt = performance.now();
        const made = await madeOf(sending.explain(error));
        outcome = this.#failed(made, requestId, now, endedAt);
      } finally {
        sending.end();
      }
      if (outcome.error === null) {
        this.#report(outcome, null);
        return this.#result(outcome);
      }
      const next = await this.#next(outcome.error);
      const waitMs = typeof next === "number" ? next : null;
      this.#report(outcome, waitMs);
      if (waitMs === null) throw next;
      await sleep(waitMs, this.#signal);
      now = performance.now();
    }
  }

  /** The request's own token comes before that of the client. */
  #accessToken(): KugouAccessToken {
    const { accessToken } = this.#request;
    return accessToken === undefined
      ? this.#settings.accessToken
      : checkAccessToken(accessToken);
  }

  /** Begins an attempt, and gives its request id. */
  #begin(prepared: PreparedRequest): string {
    this.#signal?.throwIfAborted();
    const requestId = prepared.requestId ?? generate();
    this.#trace.begin(requestId);
    return requestId;
  }

  #succeeded(
    answer: RawAnswer,
    requestId: string,
    startedAt: number,
  ): Outcome<T> {
    const data = readAnswer(answer, this.#trace);
    const { accepts, expected } = this.#command;
    if (!accepts(data)) throw protocolError(answer, expected, this.#trace);
    const { status } = answer;
    const endedAt = performance.now();
    return { requestId, status, startedAt, endedAt, data, error: null };
  }

  /** What the client has no error for goes to whoever made the call. */
  #failed(
    error: unknown,
    requestId: string,
    startedAt: number,
    endedAt: number,
  ): Outcome<T> {
    this.#signal?.throwIfAborted();
    if (!(error instanceof KugouError)) throw error;
    const status = statusOf(error);
    return { requestId, status, startedAt, endedAt, error };
  }

  #sending(startedAt: number): Sending {
    const settings = this.#settings;
    const remainingMs = Math.max(this.#remainingMs(startedAt), 0);
    const ms = Math.min(settings.timeoutMs, remainingMs);
    return new Sending(settings, this.#trace, this.#signal, startedAt, ms);
  }

  /** The wait before the next attempt, or the error that ends the call. */
  async #next(error: KugouError): Promise<number | KugouError> {
    if (await this.#hasFreshToken(error)) return 0;
    const { retry } = this.#settings;
    const waitMs = retryWaitMs(error, this.#retries, retry, Math.random());
    if (waitMs === null) return error;
    if (waitMs >= this.#remainingMs()) {
      return await this.#late("wait", error).made();
    }
    this.#retries++;
    return waitMs;
  }

  async #hasFreshToken(error: KugouError): Promise<boolean> {
    const needsOne = "retry" in error && error.retry === "fresh-token";
    if (!needsOne || !this.#mayAskAgain) return false;
    this.#mayAskAgain = false;
    const before = this.#token;
    this.#use(await this.#askToken());
    return this.#token !== before;
  }

  /** What is left of the time for the whole call; below 0 where it is over. */
  #remainingMs(now = performance.now()): number {
    return this.#settings.totalTimeoutMs - (now - this.#startedAt);
  }

  #use(token: string): void {
    this.#token = token;
    this.#trace.hide(token);
  }

  async #askToken(): Promise<string> {
    try {
      return await askAccessToken(
        this.#settings.accessToken,
        this.#remainingMs(),
        () => this.#late("token"),
        this.#signal,
      );
    } catch (error) {
      throw await madeOf(error);
    }
  }

  #late(phase: "token" | "wait", cause?: KugouError): UnmadeError {
    const limitMs = this.#settings.totalTimeoutMs;
    const details = { phase, limit: "totalTimeoutMs", limitMs } as const;
    const context = this.#trace.context(cause);
    return new UnmadeError(({ KugouTimeoutError }) =>
      new KugouTimeoutError(details, context)
    );
  }

  #report(outcome: Outcome<T>, retryInMs: number | null): void {
    this.#settings.onAttempt?.({
      number: this.#trace.requestIds.length,
      requestId: outcome.requestId,
      serverRequestId: this.#trace.serverRequestId,
      status: outcome.status,
      durationMs: outcome.endedAt - outcome.startedAt,
      error: outcome.error,
      retryInMs,
    });
  }

  #result({ requestId, endedAt, data }: Outcome<T>): R {
    const { requestIds, serverRequestId } = this.#trace;
    return this.#command.result(data as T, {
      requestId,
      serverRequestId,
      attempts: requestIds.length,
      durationMs: endedAt - this.#startedAt,
    });
  }
}

function statusOf(error: KugouError): number | null {
  return "status" in error ? error.status as number : null;
}
