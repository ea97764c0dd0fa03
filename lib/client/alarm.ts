/**
 * One timer for all time limits.
 *
 * To start and stop a timer for every lookup takes about a twentieth of the
 * whole lookup on a fast network; to share one takes next to nothing. It is an
 * `AbortSignal.timeout`, as the first `setTimeout` of a program costs Deno
 * several milliseconds, and as it keeps a program from ending only while
 * somebody listens.
 *
 * @module
 */

/** A time limit that runs. */
export interface Limit {
  /** When it ends, by `performance.now()`. */
  readonly endsAt: number;
  /** Is called if it ends before it is stopped. */
  readonly onEnd: () => void;
}

const limits = new Set<Limit>();

/** The timer; it may ring for a limit that was stopped long ago. */
let timer: AbortSignal | undefined;
let ringsAt = Infinity;

/**
 * Starts a limit.
 *
 * @param ms How long it runs, in milliseconds.
 * @param onEnd Is called if it ends before it is stopped.
 * @returns The limit, for {@linkcode stopLimit}.
 */
export function startLimit(ms: number, onEnd: () => void): Limit {
  const limit = { endsAt: performance.now() + ms, onEnd };
  limits.add(limit);
  // One that rang while nobody listened will not ring again.
  const isRinging = timer !== undefined && !timer.aborted;
  if (!isRinging || limit.endsAt < ringsAt) ringAfter(ms);
  else if (limits.size === 1) timer?.addEventListener("abort", ring);
  return limit;
}

/**
 * Stops a limit before its end; one that has ended is left alone.
 *
 * @param limit The limit.
 */
export function stopLimit(limit: Limit): void {
  limits.delete(limit);
  if (limits.size === 0) timer?.removeEventListener("abort", ring);
}

function ringAfter(ms: number): void {
  timer?.removeEventListener("abort", ring);
  const wait = Math.max(0, Math.ceil(ms));
  ringsAt = performance.now() + wait;
  timer = AbortSignal.timeout(wait);
  timer.addEventListener("abort", ring);
}

function ring(): void {
  const now = performance.now();
  timer = undefined;
  ringsAt = Infinity;
  for (const limit of [...limits].filter(({ endsAt }) => endsAt <= now)) {
    limits.delete(limit);
    limit.onEnd();
  }
  const next = Math.min(...Array.from(limits, ({ endsAt }) => endsAt));
  if (next < ringsAt) ringAfter(next - now);
}
