import { Interrupted } from "./errors.ts";

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
