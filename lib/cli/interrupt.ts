/**
 * Ctrl-C.
 *
 * @module
 */

/** Somebody pressed Ctrl-C. */
export class Interrupted extends Error {
  /** For `switch` and for JSON, as in the client's errors. */
  readonly kind = "interrupted";

  /** Makes the error. */
  constructor() {
    super("Cannot continue: interrupted");
  }
}

/**
 * Works until the work is done or Ctrl-C is pressed, whichever comes first.
 *
 * Deno would end by itself, but without a word, and with the terminal as the
 * work has left it.
 *
 * @param work What to do; the signal tells it to clean up.
 * @returns What it gave.
 * @throws {Interrupted} If Ctrl-C was pressed.
 */
export async function untilInterrupted<T>(
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const stop = new AbortController();
  const interrupted = Promise.withResolvers<never>();
  const onInterrupt = () => {
    const reason = new Interrupted();
    stop.abort(reason);
    interrupted.reject(reason);
  };
  Deno.addSignalListener("SIGINT", onInterrupt);
  try {
    return await Promise.race([work(stop.signal), interrupted.promise]);
  } finally {
    Deno.removeSignalListener("SIGINT", onInterrupt);
  }
}
