/**
 * Counts the lookups of each client, in memory.
 *
 * @module
 */

import { type Bucket, FILL_MS, takeOne } from "./bucket.ts";

/** Says how long a client has to wait before its next lookup. */
export interface RateLimiter {
  /**
   * Counts one lookup of a client.
   *
   * @param client Who asks.
   * @returns 0 if the lookup may be made, else the milliseconds to wait.
   */
  take(client: string): number | Promise<number>;
}

/** More clients than a small server sees in a minute, in some 2 MB. */
const MAX_CLIENTS = 10_000;

/** A limit for one process. */
export class MemoryRateLimiter implements RateLimiter {
  readonly #perMinute: number;
  readonly #now: () => number;
  /** In the order in which they were last used, which a `Map` keeps. */
  readonly #buckets = new Map<string, Bucket>();

  /**
   * Makes a limiter that has seen nobody yet.
   *
   * @param perMinute How many lookups a client may make at once, and how many
   * more each minute.
   * @param now Gives the time, in milliseconds since 1970.
   */
  constructor(perMinute: number, now: () => number = Date.now) {
    this.#perMinute = perMinute;
    this.#now = now;
  }

  /** How many clients are remembered. */
  get size(): number {
    return this.#buckets.size;
  }

  /**
   * Counts one lookup of a client.
   *
   * @param client Who asks.
   * @returns 0 if the lookup may be made, else the milliseconds to wait.
   */
  take(client: string): number {
    const now = this.#now();
    const { bucket, waitMs } = takeOne(
      this.#buckets.get(client),
      this.#perMinute,
      now,
    );
    this.#buckets.delete(client);
    this.#buckets.set(client, bucket);
    this.#forget(now);
    return waitMs;
  }

  /** Forgets the longest unused: those that are full again, or too many. */
  #forget(now: number): void {
    for (const [client, { at }] of this.#buckets) {
      if (this.#buckets.size <= MAX_CLIENTS && now - at < FILL_MS) return;
      this.#buckets.delete(client);
    }
  }
}
