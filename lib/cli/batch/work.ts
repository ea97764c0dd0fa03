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
  /** The items. */
  readonly items: AsyncIterable<Item>;
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
  const requests = takeRequests(work, taken);
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

async function* takeRequests(
  { items, rate, stop }: Work,
  taken: Map<number, Item>,
): AsyncGenerator<KugouManyRequest> {
  let index = 0;
  for await (const item of items) {
    if (rate !== null && "request" in item) await pause(rate.take(), stop);
    // The input ends here, perhaps in the middle of a line: that one is left.
    if (stop.aborted) return;
    taken.set(index++, item);
    yield "request" in item ? item.request : NO_REQUEST;
  }
}
