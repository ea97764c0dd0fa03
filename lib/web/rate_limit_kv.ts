import {
  type Bucket,
  FILL_MS,
  type RateLimiter,
  takeOne,
} from "./rate_limit.ts";

/** How often a count is tried again that another instance has overtaken. */
const MAX_TRIES = 5;

/** A limit in Deno KV, for all instances together. */
export class KvRateLimiter implements RateLimiter {
  readonly #open: () => Promise<Deno.Kv>;
  readonly #perMinute: number;
  readonly #now: () => number;
  #kv: Promise<Deno.Kv> | null = null;

  /** `open` is called at the first lookup, and again until it succeeds. */
  constructor(
    open: () => Promise<Deno.Kv>,
    perMinute: number,
    now: () => number = Date.now,
  ) {
    this.#open = open;
    this.#perMinute = perMinute;
    this.#now = now;
  }

  async take(client: string): Promise<number> {
    const kv = await this.#opened();
    const key = ["kugou-iot", "rate-limit", client];
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      const entry = await kv.get<Bucket>(key);
      const taken = takeOne(entry.value, this.#perMinute, this.#now());
      // A refusal changes nothing that time alone would not.
      if (taken.waitMs > 0) return taken.waitMs;
      const { ok } = await kv.atomic().check(entry)
        .set(key, taken.bucket, { expireIn: FILL_MS }).commit();
      if (ok) return 0;
    }
    // A client that is overtaken this often asks far too fast.
    return Math.ceil(FILL_MS / this.#perMinute);
  }

  /** Opened once, by the first of several lookups at a time. */
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
