import { Interrupted } from "./errors.ts";
import { exitCodeOf } from "./exit_codes.ts";

/** What asks a program to end; Windows knows no SIGTERM. */
const SIGNALS: readonly Deno.Signal[] = Deno.build.os === "windows"
  ? ["SIGINT"]
  : ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Works until the work is done or a signal asks to end, whichever comes first.
 *
 * Deno would end by itself, but without a word, and with the terminal as the
 * work has left it.
 */
export async function untilInterrupted<T>(
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const stop = new AbortController();
  const interrupted = Promise.withResolvers<never>();
  const listeners = SIGNALS.map((name) => {
    const onSignal = () => {
      const reason = new Interrupted(name);
      stop.abort(reason);
      interrupted.reject(reason);
    };
    Deno.addSignalListener(name, onSignal);
    return () => Deno.removeSignalListener(name, onSignal);
  });
  try {
    return await Promise.race([work(stop.signal), interrupted.promise]);
  } finally {
    for (const removeListener of listeners) removeListener();
  }
}

/** Listens until it is disposed of. */
export interface SignalWatch extends Disposable {
  /** The first signal that came. */
  readonly signal: Deno.Signal | null;
}

/** Stops work at the first signal, and ends the process at the second. */
export function stopOnSignals(
  stop: AbortController,
  onStop: () => void,
): SignalWatch {
  let first: Deno.Signal | null = null;
  const listeners = SIGNALS.map((name) => {
    const onSignal = () => {
      if (first !== null) {
        Deno.exit(exitCodeOf({ kind: "interrupted", signal: name }));
      }
      first = name;
      stop.abort();
      onStop();
    };
    Deno.addSignalListener(name, onSignal);
    return () => Deno.removeSignalListener(name, onSignal);
  });
  return {
    get signal() {
      return first;
    },
    [Symbol.dispose]() {
      for (const removeListener of listeners) removeListener();
    },
  };
}
