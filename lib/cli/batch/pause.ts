/**
 * Waiting that ends early when somebody says stop.
 *
 * @module
 */

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
