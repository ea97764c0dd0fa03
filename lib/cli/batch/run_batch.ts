/**
 * Runs a batch: items in, answers out, and counts of how they ended.
 *
 * @module
 */

import {
  KugouApiError,
  type KugouClient,
  KugouError,
  type KugouInputError,
  type KugouManyRequest,
  KugouPermissionError,
  type KugouSettled,
} from "../../../mod.ts";
import { isOfShard, type Shard } from "./batch_options.ts";
import type { Format, Input } from "./input.ts";
import { formatAnswer, toFailedLine, toLineAnswer } from "./line_answer.ts";
import type { Destination } from "./open_files.ts";
import { pause, type Rate } from "./pace.ts";
import { readItems } from "./read_items.ts";
import type { Item } from "./request_fields.ts";

/** All that a batch needs. */
export interface Batch {
  readonly input: Input;
  readonly format: Format;
  readonly shard: Shard;
  readonly destination: Destination;
  readonly client: KugouClient;
  /** The token of lines that bring none, `""` if there is none. */
  readonly token: string;
  readonly concurrency: number;
  readonly isOrdered: boolean;
  readonly rate: Rate | null;
  /** Whether the first line that fails is the last to be taken. */
  readonly isFailFast: boolean;
  readonly tally: Tally;
  /** Takes no more lines when it is aborted. */
  readonly stop: AbortController;
}

/**
 * Runs a batch: all lines that were taken are in the output when it resolves,
 * also when it was stopped.
 *
 * @param batch All that it needs.
 * @returns A promise that resolves when the output is complete.
 */
export async function runBatch(batch: Batch): Promise<void> {
  const { input, format, shard, destination, stop } = batch;
  const isWanted = (line: number) =>
    isOfShard(line, shard) && destination.isWanted(line);
  const chunks = input.source.chunks(stop.signal);
  try {
    await workOn({
      items: readItems(chunks, format, isWanted),
      client: batch.client,
      concurrency: batch.concurrency,
      order: batch.isOrdered ? "input" : "completion",
      rate: batch.rate,
      stop: stop.signal,
      onSettled: (settled) => write(settled, batch),
    });
    await destination.complete();
  } catch (error) {
    // Or an input that never ends would hold back the failure.
    stop.abort();
    // What is known already is not asked again; and this failure comes first.
    await destination.sink.flush().catch(() => {});
    throw error;
  }
}

function write(
  { line, settled, problem, token }: SettledLine,
  { destination, tally, isFailFast, stop, token: ownToken }: Batch,
): Promise<void> | undefined {
  if (settled.status === "fulfilled") {
    tally.succeed();
  } else {
    tally.fail(problem ?? settled.reason);
    if (isFailFast) stop.abort();
  }
  const { sink, onWritten } = destination;
  const tokenOfLine = token ?? ownToken;
  if (settled.status === "rejected") {
    const error = problem ?? settled.reason;
    onWritten?.(line);
    return sink.add(() =>
      formatAnswer(toFailedLine(line, settled.deviceId, error), tokenOfLine)
    );
  }
  onWritten?.(line);
  return sink.add(() => formatAnswer(toLineAnswer(line, settled), tokenOfLine));
}

/** How to work, and on what. */
export interface Work {
  /** The items, many at a time. */
  readonly items: AsyncIterator<readonly Item[]>;
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
 * hand because a generator awaits more for each line than reading it takes.
 */
class Requests implements AsyncIterableIterator<KugouManyRequest> {
  readonly #work: Work;
  readonly #taken: Map<number, Item>;
  #items: readonly Item[] = [];
  #next = 0;
  #index = 0;

  constructor(work: Work, taken: Map<number, Item>) {
    this.#work = work;
    this.#taken = taken;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<KugouManyRequest>> {
    const { rate, stop } = this.#work;
    const item = this.#items[this.#next];
    const isThere = item !== undefined && rate === null && !stop.aborted;
    return isThere ? Promise.resolve(this.#take(item)) : this.#waitForNext();
  }

  async #waitForNext(): Promise<IteratorResult<KugouManyRequest>> {
    const { items, rate, stop } = this.#work;
    for (;;) {
      // The input ends here, perhaps in the middle of a line: that one is left.
      if (stop.aborted) return END;
      const item = this.#items[this.#next];
      if (item !== undefined) {
        if (rate === null || "problem" in item) return this.#take(item);
        await pause(rate.take(), stop);
        return stop.aborted ? END : this.#take(item);
      }
      const { done, value } = await items.next();
      if (done) return END;
      this.#items = value;
      this.#next = 0;
    }
  }

  async return(): Promise<IteratorResult<KugouManyRequest>> {
    await this.#work.items.return?.();
    return END;
  }

  #take(item: Item): IteratorResult<KugouManyRequest> {
    this.#next++;
    this.#taken.set(this.#index++, item);
    return {
      done: false,
      value: "request" in item ? item.request : NO_REQUEST,
    };
  }
}

const END = { done: true, value: undefined } as const;

/** Counts what lines ended in, by kind. */
export class Tally {
  readonly #failed = new Map<string, number>();
  #ok = 0;
  #failures = 0;

  /** How many lines ended. */
  get done(): number {
    return this.#ok + this.#failures;
  }

  /** How many ended with an answer. */
  get ok(): number {
    return this.#ok;
  }

  /** How many failed. */
  get failures(): number {
    return this.#failures;
  }

  /** How many failed for each reason, the most frequent first. */
  get failed(): readonly (readonly [kind: string, count: number])[] {
    return [...this.#failed].sort(([, a], [, b]) => b - a);
  }

  /** Counts an answer. */
  succeed(): void {
    this.#ok++;
  }

  /**
   * Counts a failure.
   *
   * @param error Why.
   */
  fail(error: unknown): void {
    this.#failures++;
    const kind = kindOf(error);
    this.#failed.set(kind, (this.#failed.get(kind) ?? 0) + 1);
  }
}

/** The server's errors are told apart by class, as they call for different acts. */
function kindOf(error: unknown): string {
  if (error instanceof KugouApiError) return error.class;
  return error instanceof KugouError ? error.kind : "other";
}
