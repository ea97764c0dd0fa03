/**
 * Looks the items up, and hands each line's answer on.
 *
 * @module
 */

import {
  type KugouClient,
  type KugouInputError,
  type KugouManyRequest,
  KugouPermissionError,
  type KugouSettled,
} from "../../../mod.ts";
import type { Rate } from "./rate.ts";
import type { Item } from "./request_fields.ts";
import { pause } from "./pause.ts";

/** How to work, and on what. */
export interface Work {
  /** The items, many at a time. */
  readonly items: AsyncIterator<Iterable<Item>>;
  /** What looks them up. */
  readonly client: KugouClient;
  /** How many at a time. */
  readonly concurrency: number;
  /** The order that answers come in. */
  readonly order: "completion" | "input";
  /** How many may begin each second, if there is a limit. */
  readonly rate: Rate | null;
  /** Takes no more items when it is aborted; what is under way is finished. */
  readonly stop: AbortSignal;
  /** Is given what became of each item; waited for where it returns a promise. */
  readonly onSettled: (settled: SettledLine) => Promise<void> | undefined;
}

/** What became of an item. */
export interface SettledLine {
  readonly line: number;
  readonly settled: KugouSettled;
  /** Why there was nothing to look up, or `null`. */
  readonly problem: KugouInputError | null;
  /** The token that the line brought, or `null` if it brought none. */
  readonly token: string | null;
}

/**
 * Looks the items up, until there are no more or it is told to stop.
 *
 * @param work How to work, and on what.
 * @returns A promise that resolves when all that was taken is settled.
 * @throws {KugouPermissionError} If no lookup can succeed for want of it.
 */
export async function workOn(work: Work): Promise<void> {
  const { client, concurrency, order, onSettled } = work;
  const taken = new Map<number, Item>();
  const requests = new Requests(work, taken);
  const many = client.userInfoMany(requests, { concurrency, order });
  for await (const settled of many) {
    const item = taken.get(settled.index)!;
    taken.delete(settled.index);
    if (
      settled.status === "rejected" &&
      settled.reason instanceof KugouPermissionError
    ) throw settled.reason;
    const problem = "problem" in item ? item.problem : null;
    const token = "request" in item ? item.request.accessToken ?? null : null;
    const waiting = onSettled({ line: item.line, settled, problem, token });
    if (waiting !== undefined) await waiting;
  }
}

/**
 * A line without a request goes the same way as all others, so that order and
 * back-pressure hold for it too: the client refuses an empty request at once.
 */
const NO_REQUEST: KugouManyRequest = Object.freeze({ deviceId: "" });

/**
 * Makes requests of items, as they are taken. It is written as an iterator by
 * hand because two generators for each line cost as much as reading it.
 */
class Requests implements AsyncIterableIterator<KugouManyRequest> {
  readonly #work: Work;
  readonly #taken: Map<number, Item>;
  #items: Iterator<Item> = [][Symbol.iterator]();
  #index = 0;

  constructor(work: Work, taken: Map<number, Item>) {
    this.#work = work;
    this.#taken = taken;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<KugouManyRequest>> {
    const { items, rate, stop } = this.#work;
    for (;;) {
      const { done, value } = this.#items.next();
      // The input ends here, perhaps in the middle of a line: that one is left.
      if (stop.aborted) return END;
      if (!done) {
        if (rate === null || "problem" in value) return this.#take(value);
        await pause(rate.take(), stop);
        return stop.aborted ? END : this.#take(value);
      }
      const more = await items.next();
      if (more.done) return END;
      this.#items = more.value[Symbol.iterator]();
    }
  }

  async return(): Promise<IteratorResult<KugouManyRequest>> {
    await this.#work.items.return?.();
    return END;
  }

  #take(item: Item): IteratorResult<KugouManyRequest> {
    this.#taken.set(this.#index++, item);
    return {
      done: false,
      value: "request" in item ? item.request : NO_REQUEST,
    };
  }
}

const END = { done: true, value: undefined } as const;
