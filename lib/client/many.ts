/**
 * Many lookups: as many at a time as the server takes, one result for each.
 *
 * @module
 */

import type { KugouAttempt } from "./attempt.ts";
import type { KugouUserInfo } from "./client.ts";
import { checkNumber, KugouInputError } from "./input_error.ts";
import { Pool } from "./pool.ts";
import type { KugouRequest } from "./request.ts";
import type { RetryPolicy } from "./retry.ts";
import { Throttle } from "./throttle.ts";

/** One of many lookups; see {@linkcode KugouClient.userInfoMany}. */
export type KugouManyRequest = KugouRequest;

/** How {@linkcode KugouClient.userInfoMany} works. */
export interface KugouManyOptions {
  /**
   * How many lookups are under way at a time, 1 to 1000. It is an upper limit:
   * where the server says that there are too many, all slow down together, and
   * speed up again slowly.
   *
   * @default {16}
   */
  concurrency?: number;
  /**
   * Whether results come as they are completed, or in the order of the
   * requests. In order, one slow lookup holds back what comes after it.
   *
   * @default {"completion"}
   */
  order?: "completion" | "input";
  /** Ends everything early; the iteration then throws the signal's reason. */
  signal?: AbortSignal;
}

/** What became of one of many lookups. */
export type KugouSettled = KugouFulfilled | KugouRejected;

/** A lookup that succeeded. */
export interface KugouFulfilled {
  /** Always `"fulfilled"`. */
  readonly status: "fulfilled";
  /** The place of the request among the requests, from 0. */
  readonly index: number;
  /** The device that was asked about. */
  readonly deviceId: string;
  /** What the lookup brought. */
  readonly value: KugouUserInfo;
}

/** A lookup that failed. */
export interface KugouRejected {
  /** Always `"rejected"`. */
  readonly status: "rejected";
  /** The place of the request among the requests, from 0. */
  readonly index: number;
  /** The device that was asked about. */
  readonly deviceId: string;
  /** Why: a {@linkcode KugouError}, or what the `accessToken` function threw. */
  readonly reason: unknown;
}

/** Looks one device up; how the client does it is its own business. */
export type LookUp = (request: KugouManyRequest) => Promise<KugouUserInfo>;

/** Makes what looks devices up, all with the same observer and signal. */
export type PrepareLookUp = (
  observe: (attempt: KugouAttempt) => void,
  signal: AbortSignal,
) => LookUp;

/**
 * Many lookups under way. Written as an iterator by hand, since a generator
 * awaits several times for each result that it hands on.
 */
export class Lookups implements AsyncGenerator<KugouSettled, void, void> {
  readonly #signal: AbortSignal | undefined;
  readonly #stop = new AbortController();
  readonly #pool: Pool<KugouManyRequest, KugouSettled>;
  #hasBegun = false;

  /**
   * Prepares the lookups; none begins before the first result is asked for.
   *
   * @param requests The requests.
   * @param prepare Makes what looks one device up.
   * @param policy The retry policy, which caps how long all lanes pause.
   * @param options How to work.
   * @throws {KugouInputError} If an option can never be right.
   */
  constructor(
    requests: Iterable<KugouManyRequest> | AsyncIterable<KugouManyRequest>,
    prepare: PrepareLookUp,
    policy: RetryPolicy,
    options: KugouManyOptions,
  ) {
    const { concurrency = 16, order = "completion", signal } = options;
    checkNumber("concurrency", concurrency, 1, 1000);
    checkOrder(order);
    const throttle = new Throttle(concurrency, policy);
    const observe = (attempt: KugouAttempt) => throttle.observe(attempt);
    const lookUp = prepare(observe, this.#stop.signal);
    this.#signal = signal;
    this.#pool = new Pool({
      source: requests,
      work: (request, index) => settle(request, index, lookUp),
      lanes: () => throttle.lanes,
      pauseMs: () => throttle.pauseMs,
      inOrder: order === "input",
      onEnd: () => signal?.removeEventListener("abort", this.#onAbort),
    });
  }

  /**
   * Asks for the next result.
   *
   * @returns The result, or the end.
   * @throws The signal's reason, or what the requests' own iterator threw.
   */
  next(): Promise<IteratorResult<KugouSettled, void>> {
    if (!this.#hasBegun) this.#begin();
    return this.#pool.next();
  }

  /**
   * Ends it: whoever stops reading early wants nothing more to be sent.
   *
   * @returns The end, when nothing is under way any more.
   */
  async return(): Promise<IteratorReturnResult<void>> {
    this.#stop.abort();
    await this.#pool.close();
    return { done: true, value: undefined };
  }

  /**
   * Ends it with an error.
   *
   * @param error The error.
   * @throws That error.
   */
  async throw(error: unknown): Promise<never> {
    await this.return();
    throw error;
  }

  /** Gives itself, for `for await`. */
  [Symbol.asyncIterator](): this {
    return this;
  }

  /** Ends it, for `await using`. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }

  #begin(): void {
    this.#hasBegun = true;
    this.#signal?.addEventListener("abort", this.#onAbort, { once: true });
    if (this.#signal?.aborted) this.#onAbort();
  }

  readonly #onAbort = (): void => {
    const reason = this.#signal?.reason;
    this.#stop.abort(reason);
    this.#pool.close({ reason });
  };
}

function settle(
  request: KugouManyRequest,
  index: number,
  lookUp: LookUp,
): Promise<KugouSettled> {
  const deviceId = request?.deviceId;
  return lookUp(request).then(
    (value) => ({ status: "fulfilled", index, deviceId, value }),
    (reason) => ({ status: "rejected", index, deviceId, reason }),
  );
}

function checkOrder(order: unknown): void {
  if (order === "completion" || order === "input") return;
  throw new KugouInputError("order", {
    reason: { en: "it is no order", zh: "不是有效的顺序" },
    expected: { en: "completion or input", zh: "completion 或 input" },
    example: "completion",
  });
}
