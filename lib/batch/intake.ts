/** Hands out the lines to ask, and those to ask again. */

import type { KugouManyRequest, KugouSettled } from "../../mod.ts";
import { badInput } from "../i18n/bad_input.ts";
import type { AnsweredLines } from "./answered.ts";
import type { Item } from "./fields.ts";
import { InOrder } from "./in_order.ts";
import { type Outage, wasAnswered } from "./outage.ts";
import type { Rate } from "./rate.ts";
import type { Refusals } from "./refusals.ts";
import { isOfShard, type Shard } from "./shard.ts";

/** A line that has come to its end. */
export interface Ended {
  readonly item: Item;
  readonly settled: KugouSettled;
}

/** A line that was taken. */
interface Taken {
  readonly item: Item;
  /** Its place among all that were taken, from 0. */
  readonly place: number;
}

/** What happens to a batch besides its answers. */
export type BatchEvent =
  | { readonly kind: "unreachable"; readonly error: unknown }
  | { readonly kind: "reachable"; readonly ms: number }
  /** The line that was refused last; `null` for the token of all lines. */
  | { readonly kind: "refused"; readonly line: number | null };

export interface IntakeOptions {
  readonly items: AsyncIterable<Item>;
  readonly shard: Shard;
  /** In the order of the input, so many lines are taken ahead at most. */
  readonly order: "completion" | "input";
  readonly concurrency: number;
  readonly answered: AnsweredLines;
  readonly rate: Rate | null;
  /** How many lines are taken at most. */
  readonly limit: number;
  readonly outage: Outage;
  /** What gives tokens up, if they are to be. */
  readonly refusals: Refusals | null;
  /** Takes no more lines when it is aborted. */
  readonly stop: AbortController;
  readonly onEvent: (event: BatchEvent) => void;
}

/** Why a batch stops by itself. */
export const UNREACHABLE = "unreachable";

/**
 * A line without a request goes the same way as all others, so that order and
 * back-pressure hold for it too: the client refuses an empty request at once.
 */
const NO_REQUEST: KugouManyRequest = { deviceId: "" };

/** A lookup under way; without a line, it only tries the endpoint. */
interface UnderWay {
  readonly request: KugouManyRequest;
  readonly taken: Taken | null;
  /** How many answers there were when the line failed before. */
  readonly failedAfter: number | null;
}

export class Intake {
  readonly #options: IntakeOptions;
  readonly #fresh: AsyncGenerator<UnderWay, undefined>;
  readonly #underWay = new Map<number, UnderWay>();
  /** Lines that nobody answered, to be asked again. */
  readonly #kept: UnderWay[] = [];
  readonly #inOrder = new InOrder<Ended>();
  /** What was answered once will be answered again, if anything is. */
  #proof: KugouManyRequest | null = null;
  #coming: Promise<IteratorResult<UnderWay, undefined>> | null = null;
  #change = Promise.withResolvers<void>();
  #places = 0;
  #leftOut = 0;
  #hasEnded = false;
  /** How many answers have not been seen in the input yet. */
  #unseen: number;

  constructor(options: IntakeOptions) {
    this.#options = options;
    this.#fresh = this.#take();
    this.#unseen = options.answered.ok + options.answered.failed;
    options.stop.signal.addEventListener("abort", () => this.#wake());
  }

  /** How many lookups are under way. */
  get count(): number {
    return this.#underWay.size;
  }

  /** How many lines were left out because their token was given up. */
  get leftOut(): number {
    return this.#leftOut;
  }

  /** How many answers belong to lines that the input has no more. */
  get orphans(): number {
    return this.#hasEnded ? this.#unseen : 0;
  }

  async *requests(): AsyncGenerator<KugouManyRequest> {
    const { rate } = this.#options;
    for (let index = 0;; index++) {
      const next = await this.#next();
      if (next === null) return;
      if (rate !== null && next.request !== NO_REQUEST) {
        await this.#pause(rate.take());
        if (this.#options.stop.signal.aborted) return;
      }
      this.#underWay.set(index, next);
      yield next.request;
    }
  }

  /** Takes back what has ended; gives the lines whose turn has come by that. */
  settle(settled: KugouSettled): readonly Ended[] {
    const taken = this.#endOf(settled);
    const ended = taken === null ? [] : [{ item: taken.item, settled }];
    const ready = taken === null || this.#options.order === "completion"
      ? ended
      : this.#inOrder.add(taken.place, ended[0]!);
    this.#wake();
    return ready;
  }

  /** What waits for lines that never came to their end. */
  rest(): readonly Ended[] {
    return this.#inOrder.rest();
  }

  /** The line of a lookup, but where it is asked again. */
  #endOf(settled: KugouSettled): Taken | null {
    const { onEvent, outage, refusals } = this.#options;
    const ended = this.#underWay.get(settled.index)!;
    const { request, taken, failedAfter } = ended;
    this.#underWay.delete(settled.index);
    const error = settled.status === "rejected" ? settled.reason : null;
    const isAnswered = error === null ? true : wasAnswered(error);
    const { answers, isOn, ms } = outage;
    if (isAnswered === false) {
      const isLast = this.#underWay.size === 0;
      if (!outage.unanswered(failedAfter, isLast)) return taken;
      if (taken !== null) this.#kept.push({ ...ended, failedAfter: answers });
      if (outage.isOn && !isOn) onEvent({ kind: "unreachable", error });
      return null;
    }
    if (isAnswered) {
      outage.answered();
      if (isOn) onEvent({ kind: "reachable", ms });
      this.#proof = request;
    }
    const token = request.accessToken ?? null;
    if (taken !== null && refusals?.observe(token, settled)) {
      const line = token === null ? null : taken.item.line;
      onEvent({ kind: "refused", line });
    }
    return taken;
  }

  /** What to ask next; `null` at the end. */
  async #next(): Promise<UnderWay | null> {
    const { outage, stop } = this.#options;
    while (!stop.signal.aborted) {
      const change = this.#change.promise;
      if (outage.isOn) {
        if (this.#underWay.size > 0) await change;
        else {
          const attempt = await this.#tryAgain();
          if (attempt !== null) return attempt;
        }
        continue;
      }
      const kept = this.#kept.shift();
      if (kept !== undefined) return kept;
      if (this.#isFarAhead()) {
        await change;
        continue;
      }
      if (this.#coming === null) {
        this.#coming = this.#fresh.next();
        // It is waited for below, but where the batch is stopped.
        this.#coming.catch(() => {});
      }
      const come = await Promise.race([this.#coming, change]);
      if (come === undefined) continue;
      if (!come.done) {
        this.#coming = null;
        return come.value;
      }
      if (this.#kept.length > 0) continue;
      if (this.#underWay.size === 0) return null;
      await change;
    }
    return null;
  }

  #isFarAhead(): boolean {
    const { concurrency, order } = this.#options;
    return order === "input" &&
      this.#places - this.#inOrder.next >= concurrency;
  }

  /** Waits, then tries the endpoint; nothing once it is too late. */
  async #tryAgain(): Promise<UnderWay | null> {
    const { outage, stop } = this.#options;
    const waitMs = outage.nextWaitMs();
    if (waitMs === null) stop.abort(UNREACHABLE);
    else await this.#pause(waitMs);
    if (stop.signal.aborted) return null;
    return this.#proof === null
      ? this.#kept.shift() ?? null
      : { request: this.#proof, taken: null, failedAfter: null };
  }

  async *#take(): AsyncGenerator<UnderWay, undefined> {
    const { answered, items, limit, refusals, shard } = this.#options;
    for await (const item of items) {
      if (!isOfShard(item.line, shard)) continue;
      const before = answered.get(item.line);
      if (before !== null) this.#unseen--;
      if (before !== null && before.hash === item.hash) continue;
      if (before?.ok) {
        throw badInput("FILE", ({ batch }) => batch.changed(item.line));
      }
      const request = "request" in item ? item.request : NO_REQUEST;
      if (
        request !== NO_REQUEST &&
        refusals?.hasGivenUp(request.accessToken ?? null)
      ) {
        this.#leftOut++;
        continue;
      }
      answered.forget(item.line);
      yield {
        request,
        taken: { item, place: this.#places++ },
        failedAfter: null,
      };
      if (this.#places === limit) return;
    }
    this.#hasEnded = true;
  }

  #wake(): void {
    this.#change.resolve();
    this.#change = Promise.withResolvers();
  }

  async #pause(ms: number): Promise<void> {
    const { signal } = this.#options.stop;
    if (ms <= 0 || signal.aborted) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener("abort", done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal.addEventListener("abort", done);
    });
  }
}
