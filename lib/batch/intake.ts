/** Hands out the lines to ask, and those to ask again. */

import type { KugouManyRequest, KugouSettled } from "../../mod.ts";
import type { Item } from "./fields.ts";
import { type FreshLines, type Line, NO_REQUEST, tokenOf } from "./fresh.ts";
import { InOrder } from "./in_order.ts";
import { type Outage, wasAnswered } from "./outage.ts";
import type { Rate } from "./rate.ts";
import type { Refusals } from "./refusals.ts";

/** A line that has come to its end. */
export interface Ended {
  readonly item: Item;
  readonly settled: KugouSettled;
}

/** What happens to a batch besides its answers. */
export type BatchEvent =
  | { readonly kind: "unreachable"; readonly error: unknown }
  | { readonly kind: "reachable"; readonly ms: number }
  /** The line that was refused last; `null` for the token of all lines. */
  | { readonly kind: "refused"; readonly line: number | null };

export interface IntakeOptions {
  readonly fresh: FreshLines;
  /** In the order of the input, so many lines are taken ahead at most. */
  readonly order: "completion" | "input";
  readonly concurrency: number;
  readonly rate: Rate | null;
  readonly outage: Outage;
  /** What gives tokens up, if they are to be. */
  readonly refusals: Refusals | null;
  /** Takes no more lines when it is aborted. */
  readonly stop: AbortController;
  readonly onEvent: (event: BatchEvent) => void;
}

/** Why a batch stops by itself. */
export const UNREACHABLE = "unreachable";

/** A lookup under way; without a line, it only tries the endpoint. */
interface UnderWay {
  readonly request: KugouManyRequest;
  readonly line: Line | null;
  /** How many answers there were when the line failed before. */
  readonly failedAfter: number | null;
}

export class Intake {
  readonly #options: IntakeOptions;
  readonly #fresh: AsyncGenerator<Line, undefined>;
  readonly #underWay = new Map<number, UnderWay>();
  /** Lines that nobody answered, to be asked again. */
  readonly #kept: UnderWay[] = [];
  readonly #inOrder = new InOrder<Ended>();
  /** What was answered once will be answered again, if anything is. */
  #proof: KugouManyRequest | null = null;
  #coming: Promise<IteratorResult<Line, undefined>> | null = null;
  #change = Promise.withResolvers<void>();

  constructor(options: IntakeOptions) {
    this.#options = options;
    this.#fresh = options.fresh.take();
    options.stop.signal.addEventListener("abort", () => this.#wake());
  }

  /** How many lookups are under way. */
  get count(): number {
    return this.#underWay.size;
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
    const line = this.#endOf(settled);
    this.#wake();
    if (line === null) return [];
    const ended = { item: line.item, settled };
    return this.#options.order === "completion"
      ? [ended]
      : this.#inOrder.add(line.place, ended);
  }

  /** What waits for lines that never came to their end. */
  rest(): readonly Ended[] {
    return this.#inOrder.rest();
  }

  /** The line of a lookup, but where it is asked again. */
  #endOf(settled: KugouSettled): Line | null {
    const { onEvent, outage, refusals } = this.#options;
    const ended = this.#underWay.get(settled.index)!;
    const { request, line, failedAfter } = ended;
    this.#underWay.delete(settled.index);
    const error = settled.status === "rejected" ? settled.reason : null;
    const isAnswered = error === null ? true : wasAnswered(error);
    const { answers, isOn, ms } = outage;
    if (isAnswered === false) {
      const isLast = this.#underWay.size === 0;
      if (!outage.unanswered(failedAfter, isLast)) return line;
      if (line !== null) this.#kept.push({ ...ended, failedAfter: answers });
      if (outage.isOn && !isOn) onEvent({ kind: "unreachable", error });
      return null;
    }
    if (isAnswered) {
      outage.answered();
      if (isOn) onEvent({ kind: "reachable", ms });
      this.#proof = request;
    }
    const token = tokenOf(request);
    if (line !== null && refusals?.observe(token, settled)) {
      onEvent({
        kind: "refused",
        line: token === null ? null : line.item.line,
      });
    }
    return line;
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
      if (this.#coming === null && this.#isFarAhead()) {
        await change;
        continue;
      }
      const come = await Promise.race([this.#comingLine(), change]);
      if (come === undefined) continue;
      if (!come.done) return this.#taken(come.value);
      if (this.#kept.length > 0) continue;
      if (this.#underWay.size === 0) return null;
      await change;
    }
    return null;
  }

  #comingLine(): Promise<IteratorResult<Line, undefined>> {
    if (this.#coming === null) {
      this.#coming = this.#fresh.next();
      // It is waited for by the caller, but where the batch is stopped.
      this.#coming.catch(() => {});
    }
    return this.#coming;
  }

  #taken(line: Line): UnderWay {
    this.#coming = null;
    return { request: line.request, line, failedAfter: null };
  }

  #isFarAhead(): boolean {
    const { concurrency, fresh, order } = this.#options;
    return order === "input" &&
      fresh.taken - this.#inOrder.next >= concurrency;
  }

  /** Waits, then tries the endpoint; nothing once it is too late. */
  async #tryAgain(): Promise<UnderWay | null> {
    const { outage, stop } = this.#options;
    const waitMs = outage.nextWaitMs();
    const coming = this.#proof === null ? this.#comingLine() : null;
    if (waitMs === null) stop.abort(UNREACHABLE);
    else await this.#pause(waitMs);
    if (stop.signal.aborted) return null;
    if (this.#proof !== null) {
      return { request: this.#proof, line: null, failedAfter: null };
    }
    // The first lines may be such as are never answered: others are tried, too.
    const come = await Promise.race([coming, null]);
    if (come?.done === false) return this.#taken(come.value);
    return this.#kept.shift() ?? null;
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
