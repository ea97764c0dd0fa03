/**
 * Works on a stream of items, several at a time and no further ahead.
 *
 * @module
 */

/** How a {@linkcode Pool} works. */
export interface PoolOptions<T, R> {
  /** The items. */
  readonly source: Iterable<T> | AsyncIterable<T>;
  /** Works on one item; must not reject. */
  readonly work: (item: T, index: number) => Promise<R>;
  /** How many items may have been taken and not yet been handed out. */
  readonly lanes: () => number;
  /** How long no item may be taken, in milliseconds from now. */
  readonly pauseMs: () => number;
  /** Whether results come in the order of the items. */
  readonly inOrder: boolean;
}

/**
 * Takes items from a source, works on several at a time, and hands the results
 * out. An item counts as taken until its result is handed out, so that a slow
 * reader slows the source down.
 */
export class Pool<T, R> {
  readonly #options: PoolOptions<T, R>;
  readonly #source: Iterator<T> | AsyncIterator<T>;
  /** Results that wait to be handed out, by their place in the order. */
  readonly #done = new Map<number, R>();
  #taken = 0;
  #handedOut = 0;
  #finished = 0;
  #isTaking = false;
  #isEnded = false;
  #failure: { reason: unknown } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wake = () => {};

  /**
   * Makes the pool; nothing is taken before the first result is asked for.
   *
   * @param options What to work on and how.
   */
  constructor(options: PoolOptions<T, R>) {
    this.#options = options;
    const { source } = options;
    this.#source = Symbol.asyncIterator in source
      ? source[Symbol.asyncIterator]()
      : source[Symbol.iterator]();
  }

  /**
   * Waits for the next result.
   *
   * @returns The result, or `undefined` if there are no more.
   * @throws What the source threw, after all that it had given is handed out.
   */
  async next(): Promise<R | undefined> {
    for (;;) {
      const key = this.#handedOut;
      const result = this.#done.get(key);
      if (result !== undefined) {
        this.#done.delete(key);
        this.#handedOut++;
        this.#take();
        return result;
      }
      if (this.#isEnded && this.#handedOut === this.#taken) break;
      const changed = new Promise<void>((resolve) => this.#wake = resolve);
      this.#take();
      await changed;
    }
    if (this.#failure !== null) throw this.#failure.reason;
    return undefined;
  }

  /** Takes no more; what is under way goes on. */
  stop(): void {
    clearTimeout(this.#timer);
    if (!this.#isEnded) this.#letGo();
    this.#end();
  }

  /** Takes no more, and waits for what is under way. */
  async close(): Promise<void> {
    this.stop();
    while (this.#finished < this.#taken) {
      await new Promise<void>((resolve) => this.#wake = resolve);
    }
  }

  /** Not waited for: a source that is stuck would never answer. */
  #letGo(): void {
    Promise.resolve(this.#source.return?.()).catch(() => {});
  }

  /** Takes one item if one may be taken, and then the next. */
  #take(): void {
    const { lanes, pauseMs } = this.#options;
    if (this.#isTaking || this.#isEnded) return;
    if (this.#taken - this.#handedOut >= lanes()) return;
    const ms = pauseMs();
    if (ms > 0) return this.#takeLater(ms);
    this.#isTaking = true;
    this.#takeOne().then(() => {
      this.#isTaking = false;
      this.#take();
    });
  }

  #takeLater(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#take(), Math.ceil(ms));
  }

  async #takeOne(): Promise<void> {
    try {
      const { done, value } = await this.#source.next();
      if (this.#isEnded) return;
      if (done) this.#end();
      else this.#begin(value);
    } catch (reason) {
      this.#failure = { reason };
      this.#end();
    }
  }

  #end(): void {
    this.#isEnded = true;
    this.#wake();
  }

  #begin(item: T): void {
    const index = this.#taken++;
    const { work, inOrder } = this.#options;
    work(item, index).then((result) => {
      this.#done.set(inOrder ? index : this.#finished, result);
      this.#finished++;
      this.#wake();
    });
  }
}
