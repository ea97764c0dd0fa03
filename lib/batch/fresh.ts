/** The lines of an input that have no answer yet. */

import type { KugouManyRequest } from "../../mod.ts";
import { badInput } from "../i18n/bad_input.ts";
import type { AnsweredLines } from "./answered.ts";
import type { Item } from "./fields.ts";
import type { Refusals } from "./refusals.ts";
import { isOfShard, type Shard } from "./shard.ts";

/** A line that was taken. */
export interface Line {
  readonly item: Item;
  /** Its place among all that were taken, from 0. */
  readonly place: number;
  readonly request: KugouManyRequest;
}

/**
 * A line without a request goes the same way as all others, so that order and
 * back-pressure hold for it too: the client refuses an empty request at once.
 */
export const NO_REQUEST: KugouManyRequest = { deviceId: "" };

export interface FreshOptions {
  readonly items: AsyncIterable<Item>;
  readonly shard: Shard;
  readonly answered: AnsweredLines;
  /** How many lines are taken or left out at most. */
  readonly limit: number;
  /** What gives tokens up, if they are to be. */
  readonly refusals: Refusals | null;
}

export class FreshLines {
  readonly #options: FreshOptions;
  #taken = 0;
  #leftOut = 0;
  #hasEnded = false;
  /** How many answers have not been seen in the input yet. */
  #unseen: number;

  constructor(options: FreshOptions) {
    this.#options = options;
    this.#unseen = options.answered.ok + options.answered.failed;
  }

  /** How many lines were taken. */
  get taken(): number {
    return this.#taken;
  }

  /** How many lines were left out because their token was given up. */
  get leftOut(): number {
    return this.#leftOut;
  }

  /** How many answers belong to lines that the input has no more. */
  get orphans(): number {
    return this.#hasEnded ? this.#unseen : 0;
  }

  async *take(): AsyncGenerator<Line, undefined> {
    const { answered, items, limit, refusals, shard } = this.#options;
    for await (const item of items) {
      if (!isOfShard(item.line, shard)) continue;
      const before = answered.get(item.line);
      if (before !== null) this.#unseen--;
      if (before !== null && before.hash === item.hash) continue;
      if (before?.ok) {
        throw badInput("FILE", ({ batch }) => batch.changed(item.line));
      }
      if ("request" in item && refusals?.hasGivenUp(tokenOf(item.request))) {
        this.#leftOut++;
      } else {
        answered.forget(item.line);
        const request = "request" in item ? item.request : NO_REQUEST;
        yield { item, place: this.#taken++, request };
      }
      if (this.#taken + this.#leftOut === limit) return;
    }
    this.#hasEnded = true;
  }
}

/** The token of a line; `null` for the one that lines share. */
export function tokenOf({ accessToken }: KugouManyRequest): string | null {
  return accessToken ?? null;
}
