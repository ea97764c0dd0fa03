/**
 * Counts the lookups of each client in Deno KV, for all instances together.
 *
 * @module
 */

import { type Bucket, FILL_MS, takeOne } from "./bucket.ts";
import type { RateLimiter } from "./rate_limit.ts";

/** How often a count is tried again that another instance has overtaken. */
const MAX_TRIES = 5;

/** A limit that holds across instances. */
export class KvRateLimiter implements RateLimiter {
  readonly #open: () => Promise<Deno.Kv>;
  readonly #perMinute: number;
  readonly #now: () => number;
  #kv: Promise<Deno.Kv> | null = null;

  /**
   * Makes a limiter on a store.
   *
   * @param open Opens the store, at the first lookup: one that is down does not
   * keep the page from being shown, and may be up again later.
   * @param perMinute How many lookups a client may make at once, and how many
   * more each minute.
   * @param now Gives the time, in milliseconds since 1970.
   */
  constructor(
    open: () => Promise<Deno.Kv>,
    perMinute: number,
    now: () => number = Date.now,
  ) {
    this.#open = open;
    this.#perMinute = perMinute;
    this.#now = now;
  }

  /**
   * Counts one lookup of a client.
   *
   * @param client Who asks.
   * @returns 0 if the lookup may be made, else the milliseconds to wait.
   * @throws What the store throws where it is down.
   */
  async take(client: string): Promise<number> {
    const kv = await this.#opened();
    const key = ["kugou-iot", "rate-limit", client];
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      const entry = await kv.get<Bucket>(key);
      const { bucket, waitMs } = takeOne(
        entry.value,
        this.#perMinute,
        this.#now(),
      );
      // A refusal changes nothing that time alone would not.
      if (waitMs > 0) return waitMs;
      const { ok } = await kv.atomic().check(entry)
        .set(key, bucket, { expireIn: FILL_MS }).commit();
      if (ok) return 0;
    }
    // Whoever is overtaken this often asks far too fast.
    return Math.ceil(FILL_MS / this.#perMinute);
  }

  /** Opened once, by whichever of several lookups at a time is the first. */
  async #opened(): Promise<Deno.Kv> {
    const kv = this.#kv ??= this.#open();
    try {
      return await kv;
    } catch (error) {
      if (this.#kv === kv) this.#kv = null;
      throw error;
    }
  }
}
