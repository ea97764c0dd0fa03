/**
 * One listener on an `AbortSignal` for all that it ends.
 *
 * A signal looks through all of its listeners whenever one is added or removed,
 * and so many lookups at a time that share one would slow each other down.
 *
 * @module
 */

/** What a signal may end. */
export interface Abortable {
  /** Is called when the signal is aborted. */
  onAbort(): void;
}

/** What each signal ends. */
const watches = new WeakMap<AbortSignal, Watch>();

class Watch {
  readonly #signal: AbortSignal;
  readonly #watchers = new Set<Abortable>();

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  add(watcher: Abortable): void {
    if (this.#watchers.size === 0) {
      this.#signal.addEventListener("abort", this.#tellAll);
    }
    this.#watchers.add(watcher);
  }

  /** Listens only while somebody watches: a listener may keep a program alive. */
  remove(watcher: Abortable): void {
    if (this.#watchers.delete(watcher) && this.#watchers.size === 0) {
      this.#signal.removeEventListener("abort", this.#tellAll);
    }
  }

  readonly #tellAll = (): void => {
    for (const watcher of [...this.#watchers]) watcher.onAbort();
  };
}

/**
 * Begins to watch a signal that is not aborted.
 *
 * @param signal The signal.
 * @param watcher Is told when it is aborted.
 */
export function watchAbort(signal: AbortSignal, watcher: Abortable): void {
  let watch = watches.get(signal);
  if (watch === undefined) watches.set(signal, watch = new Watch(signal));
  watch.add(watcher);
}

/**
 * Ends to watch a signal.
 *
 * @param signal The signal.
 * @param watcher Who was to be told.
 */
export function unwatchAbort(signal: AbortSignal, watcher: Abortable): void {
  watches.get(signal)?.remove(watcher);
}
