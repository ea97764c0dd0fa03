/**
 * Works on a stream of items, several at a time and no further ahead.
 *
 * @module
 */

/** How a {@linkcode Pool} works. */
export interface PoolOptions<T, R> {
  /** The items. */
  readonly source: Iterable<T> | AsyncIterable<T>;
  /** Works on one item; must neither throw nor reject. */
  readonly work: (item: T, index: number) => Promise<R>;
  /** How many items may have been taken and not yet been handed out. */
  readonly lanes: () => number;
  /** How long no item may be taken, in milliseconds from now. */
  readonly pauseMs: () => number;
  /** Whether results come in the order of the items. */
  readonly inOrder: boolean;
  /** Is called once, when nothing more will be handed out. */
  readonly onEnd: () => void;
}

/** Somebody who waits for a result. */
type Waiting<R> = PromiseWithResolvers<IteratorResult<R, void>>;

/** What ended it early. */
interface Failure {
  readonly reason: unknown;
}

/**
 * Takes items from a source, works on several at a time, and hands the results
 * out. An item counts as taken until its result is handed out, so that a slow
 * reader slows the source down.
 *
 * It awaits as little as it can: what each item of a fleet goes through besides
 * the network adds up.
 */
export class Pool<T, R> {
  readonly #options: PoolOptions<T, R>;
  readonly #source: Iterator<T> | AsyncIterator<T>;
  readonly #isAsync: boolean;
  /** Results that wait to be handed out, by their place in the order. */
  readonly #done = new Map<number, R>();
  readonly #waiting: Waiting<R>[] = [];
  #taken = 0;
  #handedOut = 0;
  #finished = 0;
  #isTaking = false;
  #isEnded = false;
  #isClosed = false;
  #failure: Failure | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #onIdle = () => {};

  /**
   * Makes the pool; nothing is taken before the first result is asked for.
   *
   * @param options What to work on and how.
   */
  constructor(options: PoolOptions<T, R>) {
    this.#options = options;
    const { source } = options;
    this.#isAsync = Symbol.asyncIterator in source;
    this.#source = Symbol.asyncIterator in source
      ? source[Symbol.asyncIterator]()
      : source[Symbol.iterator]();
  }

  /**
   * Asks for the next result.
   *
   * @returns The result, or the end.
   * @throws What the source threw, after all that it had given is handed out.
   */
  next(): Promise<IteratorResult<R, void>> {
    const waiting: Waiting<R> = Promise.withResolvers();
    this.#waiting.push(waiting);
    this.#goOn();
    return waiting.promise;
  }

  /**
   * Takes no more, hands nothing more out, and lets what is under way end.
   *
   * @param failure What to tell whoever waits or asks for a result then.
   * @returns A promise that resolves when nothing is under way.
   */
  async close(failure: Failure | null = null): Promise<void> {
    clearTimeout(this.#timer);
    if (!this.#isEnded) letGo(this.#source);
    this.#isEnded = true;
    this.#isClosed = true;
    this.#failure = failure;
    this.#done.clear();
    if (this.#finished < this.#taken) {
      await new Promise<void>((resolve) => this.#onIdle = resolve);
    }
    this.#handedOut = this.#taken;
    this.#goOn();
  }

  /** Hands out what is there, and takes what may be taken then. */
  #goOn(): void {
    while (this.#waiting.length > 0 && this.#done.has(this.#handedOut)) {
      const value = this.#done.get(this.#handedOut)!;
      this.#done.delete(this.#handedOut++);
      this.#waiting.shift()!.resolve({ done: false, value });
    }
    this.#take();
    if (this.#isEnded && this.#handedOut === this.#taken) this.#sayEnd();
  }

  #sayEnd(): void {
    for (const { resolve, reject } of this.#waiting.splice(0)) {
      if (this.#failure === null) resolve({ done: true, value: undefined });
      else reject(this.#failure.reason);
      this.#failure = null;
    }
    this.#options.onEnd();
  }

  /** Takes as many items as may be taken; of an async source one at a time. */
  #take(): void {
    const { lanes, pauseMs } = this.#options;
    while (!this.#isTaking && !this.#isEnded) {
      if (this.#taken - this.#handedOut >= lanes()) return;
      const ms = pauseMs();
      if (ms > 0) return this.#takeLater(ms);
      this.#takeOne();
    }
  }

  #takeLater(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#goOn(), Math.ceil(ms));
  }

  #takeOne(): void {
    this.#isTaking = true;
    try {
      const next = this.#source.next();
      if (this.#isAsync) {
        Promise.resolve(next).then(this.#onTaken, this.#onFailure);
      } else {
        this.#begin(next as IteratorResult<T>);
      }
    } catch (reason) {
      this.#fail(reason);
    }
  }

  readonly #onTaken = (next: IteratorResult<T>): void => {
    this.#begin(next);
    this.#goOn();
  };

  readonly #onFailure = (reason: unknown): void => {
    this.#fail(reason);
    this.#goOn();
  };

  #fail(reason: unknown): void {
    this.#isTaking = false;
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#failure = { reason };
  }

  /** Begins to work on an item, unless there is none or it comes too late. */
  #begin({ done, value }: IteratorResult<T>): void {
    this.#isTaking = false;
    if (this.#isEnded) return;
    if (done) {
      this.#isEnded = true;
      return;
    }
    const { work, inOrder } = this.#options;
    const index = this.#taken++;
    work(value, index).then((result) => {
      const place = inOrder ? index : this.#finished;
      if (!this.#isClosed) this.#done.set(place, result);
      if (++this.#finished === this.#taken) this.#onIdle();
      this.#goOn();
    });
  }
}

/** Not waited for: a source that is stuck would never answer. */
async function letGo(source: Iterator<unknown> | AsyncIterator<unknown>) {
  try {
    await source.return?.();
  } catch {
    // It was to end, and has.
  }
}
