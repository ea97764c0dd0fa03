/**
 * How fast a batch begins its lookups, and how it stops: softly, then at once.
 *
 * @module
 */

/** Timers are this inexact; what they came late by is made good within it. */
const SLACK_MS = 20;

/** Gives out moments to begin at, evenly, without saving up for bursts. */
export class Rate {
  readonly #intervalMs: number;
  readonly #now: () => number;
  #next: number;

  /**
   * Begins to count.
   *
   * @param perSecond How many may begin each second; fractions are fine.
   * @param now The clock, in milliseconds.
   */
  constructor(perSecond: number, now: () => number = () => performance.now()) {
    this.#intervalMs = 1000 / perSecond;
    this.#now = now;
    this.#next = now();
  }

  /**
   * Takes the next moment.
   *
   * @returns How long to wait for it, in milliseconds; 0 for not at all.
   */
  take(): number {
    const now = this.#now();
    const at = Math.max(this.#next, now - SLACK_MS);
    this.#next = at + this.#intervalMs;
    return Math.max(0, at - now);
  }
}

/** Exit codes that shells and Kubernetes expect. */
const CODES = { SIGINT: 130, SIGTERM: 143 } as const;

type Signal = keyof typeof CODES;

/** Windows knows Ctrl-C only. */
const SIGNALS: readonly Signal[] = Deno.build.os === "windows"
  ? ["SIGINT"]
  : ["SIGINT", "SIGTERM"];

/** Listens for signals while a batch runs. */
export class Stopper implements Disposable {
  readonly #stop: AbortController;
  readonly #onStop: () => void;
  readonly #exit: (code: number) => void;
  readonly #listeners = new Map<Signal, () => void>();
  #code: number | null = null;

  /**
   * Begins to listen.
   *
   * @param stop Is aborted by the first signal: no more lines are taken then.
   * @param onStop Is told of the first signal.
   * @param exit Ends the process, at the second signal.
   */
  constructor(
    stop: AbortController,
    onStop: () => void,
    exit: (code: number) => void = Deno.exit,
  ) {
    this.#stop = stop;
    this.#onStop = onStop;
    this.#exit = exit;
    for (const signal of SIGNALS) {
      const listener = () => this.#receive(signal);
      this.#listeners.set(signal, listener);
      Deno.addSignalListener(signal, listener);
    }
  }

  /** The exit code if a signal came, or `null`. */
  get code(): number | null {
    return this.#code;
  }

  /** Listens no more. */
  [Symbol.dispose](): void {
    for (const [signal, listener] of this.#listeners) {
      Deno.removeSignalListener(signal, listener);
    }
  }

  #receive(signal: Signal): void {
    if (this.#code !== null) return this.#exit(CODES[signal]);
    this.#code = CODES[signal];
    this.#stop.abort();
    this.#onStop();
  }
}

/**
 * Waits.
 *
 * @param ms How long, in milliseconds; nothing for 0.
 * @param stop Ends the wait early.
 * @returns A promise that resolves in either case.
 */
export async function pause(ms: number, stop: AbortSignal): Promise<void> {
  if (ms <= 0 || stop.aborted) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(done, ms);
    stop.addEventListener("abort", done, { once: true });
    function done() {
      clearTimeout(timer);
      stop.removeEventListener("abort", done);
      resolve();
    }
  });
}
