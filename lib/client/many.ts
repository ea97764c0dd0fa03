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
export type LookUp = (
  request: KugouManyRequest,
  onAttempt: (attempt: KugouAttempt) => void,
  signal: AbortSignal,
) => Promise<KugouUserInfo>;

/**
 * Looks many devices up.
 *
 * @param requests The requests.
 * @param lookUp Looks one device up.
 * @param policy The retry policy, which caps how long all lanes pause.
 * @param options How to work.
 * @returns One result for each request.
 * @throws The signal's reason, or what the requests' own iterator threw.
 */
export async function* settleMany(
  requests: Iterable<KugouManyRequest> | AsyncIterable<KugouManyRequest>,
  lookUp: LookUp,
  policy: RetryPolicy,
  options: KugouManyOptions = {},
): AsyncGenerator<KugouSettled, void, void> {
  const { concurrency = 16, order = "completion", signal } = options;
  checkNumber("concurrency", concurrency, 1, 1000);
  checkOrder(order);
  signal?.throwIfAborted();
  const throttle = new Throttle(concurrency, policy);
  const stop = new AbortController();
  const pool = new Pool({
    source: requests,
    work: (request, index) =>
      settle(
        request,
        index,
        (request) =>
          lookUp(request, (attempt) => throttle.observe(attempt), stop.signal),
      ),
    lanes: () => throttle.lanes,
    pauseMs: () => throttle.pauseMs,
    inOrder: order === "input",
  });
  const onAbort = () => {
    stop.abort(signal?.reason);
    pool.stop();
  };
  signal?.addEventListener("abort", onAbort, { once: true });
  try {
    for (;;) {
      const result = await pool.next();
      signal?.throwIfAborted();
      if (result === undefined) return;
      yield result;
    }
  } finally {
    signal?.removeEventListener("abort", onAbort);
    // Whoever stops reading early wants nothing more to be sent.
    stop.abort();
    await pool.close();
  }
}

async function settle(
  request: KugouManyRequest,
  index: number,
  lookUp: (request: KugouManyRequest) => Promise<KugouUserInfo>,
): Promise<KugouSettled> {
  const deviceId = request?.deviceId;
  try {
    const value = await lookUp(request);
    return { status: "fulfilled", index, deviceId, value };
  } catch (reason) {
    return { status: "rejected", index, deviceId, reason };
  }
}

function checkOrder(order: unknown): void {
  if (order === "completion" || order === "input") return;
  throw new KugouInputError("order", {
    reason: { en: "it is no order", zh: "不是有效的顺序" },
    expected: { en: "completion or input", zh: "completion 或 input" },
    example: "completion",
  });
}
