/**
 * Waiting that can be called off.
 *
 * @module
 */

/**
 * Waits, unless one of the signals is aborted first: then the promise rejects
 * with its reason. No timer and no listener is left behind; `AbortSignal.any`
 * would leave one, and Deno warns of listeners on a request that was answered.
 */
export async function delay(
  ms: number,
  signals: readonly AbortSignal[],
): Promise<void> {
  signals.forEach((signal) => signal.throwIfAborted());
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  const stop = (event: Event) => reject((event.target as AbortSignal).reason);
  signals.forEach((signal) => signal.addEventListener("abort", stop));
  try {
    await promise;
  } finally {
    clearTimeout(timer);
    signals.forEach((signal) => signal.removeEventListener("abort", stop));
  }
}
