/**
 * Ctrl-C and SIGTERM: stop softly, then at once.
 *
 * @module
 */

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
