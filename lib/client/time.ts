/**
 * Waiting, within limits and until somebody says stop.
 *
 * @module
 */

/**
 * Waits.
 *
 * @param ms How long, in milliseconds.
 * @param signal Ends the wait early, with its reason.
 * @returns A promise that resolves after the wait.
 */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    }, ms);
    signal?.addEventListener("abort", onAbort, { once: true });
  });
}

/**
 * Waits for work that may never end.
 *
 * @param work The work.
 * @param ms How long to wait for it, in milliseconds.
 * @param late Gives what is thrown if it took longer.
 * @param signal Ends the wait early, with its reason.
 * @returns What the work gave.
 */
export async function within<T>(
  work: Promise<T>,
  ms: number,
  late: () => unknown,
  signal?: AbortSignal,
): Promise<T> {
  const done = new AbortController();
  const stop = signal ? AbortSignal.any([signal, done.signal]) : done.signal;
  const tooLate = sleep(ms, stop).then(() => {
    throw late();
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    done.abort();
  }
}
