/** Many lookups: several at a time, one result for each. */

import { checkNumber } from "./checks.ts";
import { KugouInputError } from "./errors.ts";
import type { KugouAttempt } from "./options.ts";
import type { KugouRequest } from "./request.ts";
import type { RetryPolicy } from "./retry.ts";
import { Throttle } from "./throttle.ts";
import type { KugouUserInfo } from "./user.ts";

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
  signal?: AbortSignal | null;
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
  /** The device that was asked about; `""` where the request named none. */
  readonly deviceId: string;
  /** Why: a {@linkcode KugouError}, or what the `accessToken` function threw. */
  readonly reason: unknown;
}

/** What each lookup is run with. */
interface Run {
  readonly onAttempt: (attempt: KugouAttempt) => void;
  readonly signal: AbortSignal;
}

type LookUp = (request: KugouManyRequest, run: Run) => Promise<KugouUserInfo>;

type CheckedOptions = ReturnType<typeof checkManyOptions>;

export function checkManyOptions(options: KugouManyOptions): {
  concurrency: number;
  order: "completion" | "input";
  signal: AbortSignal | undefined;
} {
  const { concurrency = 16, order = "completion", signal } = options ?? {};
  checkNumber("concurrency", concurrency, 1, 1000);
  if (order !== "completion" && order !== "input") {
    throw new KugouInputError("order", {
      reason: { en: "it is not an order", zh: "不是有效的顺序" },
      expected: { en: "completion or input", zh: "completion 或 input" },
      example: "completion",
    });
  }
  return { concurrency, order, signal: signal ?? undefined };
}

/** What can be gone through; a text would be, letter by letter. */
export function checkRequests<T>(requests: T): T {
  const isList = typeof requests === "object" && requests !== null &&
    (Symbol.asyncIterator in requests || Symbol.iterator in requests);
  if (isList) return requests;
  throw new KugouInputError("requests", {
    reason: { en: "it is no list", zh: "不是列表" },
    expected: {
      en: "an array of requests, or anything else to iterate over",
      zh: "由请求组成的数组，或其他可迭代对象",
    },
    example: '[{ deviceId: "LAEG4YJE1A/dev01" }]',
  });
}

export async function* lookUpMany(
  requests: Iterable<KugouManyRequest> | AsyncIterable<KugouManyRequest>,
  { concurrency, order, signal }: CheckedOptions,
  policy: RetryPolicy,
  lookUp: LookUp,
): AsyncGenerator<KugouSettled, void, void> {
  signal?.throwIfAborted();
  const source = Symbol.asyncIterator in requests
    ? requests[Symbol.asyncIterator]()
    : requests[Symbol.iterator]();
  const throttle = new Throttle(concurrency, policy);
  const stop = new AbortController();
  const run: Run = {
    onAttempt: (attempt) => throttle.observe(attempt),
    signal: stop.signal,
  };
  const underWay = new Set<Promise<void>>();
  /** What has ended and was not handed out, by its place in the order. */
  const settled = new Map<number, KugouSettled>();
  let taken = 0;
  let ended = 0;
  let handedOut = 0;
  let isReading = false;
  let sourceEnd = null as { error?: unknown } | null;
  let wake = () => {};

  const begin = (request: KugouManyRequest, index: number) => {
    const work = settle(request, index, lookUp, run).then((result) => {
      settled.set(order === "input" ? index : ended++, result);
      underWay.delete(work);
      wake();
    });
    underWay.add(work);
  };
  const take = async () => {
    isReading = true;
    try {
      const { done, value } = await source.next();
      if (done) sourceEnd = {};
      else if (!stop.signal.aborted) begin(value, taken++);
    } catch (error) {
      sourceEnd = { error };
    }
    isReading = false;
    wake();
  };
  const onAbort = () => {
    stop.abort(signal?.reason);
    wake();
  };

  signal?.addEventListener("abort", onAbort);
  try {
    while (sourceEnd === null || handedOut < taken) {
      signal?.throwIfAborted();
      // Made first: a source may throw before anybody waits.
      const woken = new Promise<void>((resolve) => wake = resolve);
      const hasLane = taken - handedOut < throttle.lanes;
      const mayTake = sourceEnd === null && !isReading && hasLane;
      const pauseMs = mayTake ? throttle.pauseMs : 0;
      if (mayTake && pauseMs === 0) take();
      const next = settled.get(handedOut);
      if (next !== undefined) {
        settled.delete(handedOut++);
        yield next;
        continue;
      }
      const timer = pauseMs > 0 ? setTimeout(() => wake(), pauseMs) : undefined;
      await woken;
      clearTimeout(timer);
    }
    if ("error" in sourceEnd) throw sourceEnd.error;
  } finally {
    signal?.removeEventListener("abort", onAbort);
    stop.abort(signal?.reason);
    if (sourceEnd === null) letGo(source);
    await Promise.all(underWay);
  }
}

async function settle(
  request: KugouManyRequest,
  index: number,
  lookUp: LookUp,
  run: Run,
): Promise<KugouSettled> {
  let deviceId = "";
  try {
    deviceId = request?.deviceId ?? "";
    const value = await lookUp(request, run);
    return { status: "fulfilled", index, deviceId, value };
  } catch (reason) {
    return { status: "rejected", index, deviceId, reason };
  }
}

/** Not waited for: a source that is stuck would never answer. */
async function letGo(source: Iterator<unknown> | AsyncIterator<unknown>) {
  try {
    await source.return?.();
  } catch {
    // It was to end, and has.
  }
}
