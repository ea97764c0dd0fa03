/** Says how long a client has to wait before its next lookup. */
export interface RateLimiter {
  /** Counts one lookup: 0 if it may be made, else the milliseconds to wait. */
  take(client: string): number | Promise<number>;
}

/** So many lookups at once, and as many more a minute. */
export interface Bucket {
  /** How many are left; a fraction grows into the next one. */
  readonly left: number;
  /** When that was counted, in milliseconds since 1970. */
  readonly at: number;
}

/** How long an empty bucket takes to fill up, whatever its size. */
export const FILL_MS = 60_000;

/** Takes one from a bucket, which has filled up since it was last counted. */
export function takeOne(
  bucket: Bucket | null | undefined,
  size: number,
  now: number,
): { bucket: Bucket; waitMs: number } {
  const { left, at } = bucket ?? { left: size, at: now };
  // A clock that was set back must not take anything away.
  const since = Math.max(0, now - at);
  const full = Math.min(size, left + since * size / FILL_MS);
  if (full >= 1) return { bucket: { left: full - 1, at: now }, waitMs: 0 };
  const waitMs = Math.ceil((1 - full) * FILL_MS / size);
  return { bucket: { left: full, at: now }, waitMs };
}

/** More clients than a small server sees in a minute, in some 2 MB. */
const MAX_CLIENTS = 10_000;

/** A limit for one process. */
export class MemoryRateLimiter implements RateLimiter {
  readonly #perMinute: number;
  readonly #now: () => number;
  /** In the order in which they were last used, which a `Map` keeps. */
  readonly #buckets = new Map<string, Bucket>();

  constructor(perMinute: number, now: () => number = Date.now) {
    this.#perMinute = perMinute;
    this.#now = now;
  }

  /** How many clients are remembered. */
  get size(): number {
    return this.#buckets.size;
  }

  take(client: string): number {
    const now = this.#now();
    const before = this.#buckets.get(client);
    const { bucket, waitMs } = takeOne(before, this.#perMinute, now);
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
