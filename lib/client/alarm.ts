/**
 * One timer for all time limits.
 *
 * To start and stop a timer for every lookup takes about a twentieth of the
 * whole lookup on a fast network; to share one takes next to nothing.
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

/**
 * How many microtasks the timer outlives the last limit: enough for whoever
 * looks up one device after the other to start the next limit, and gone before
 * a program could be kept from ending.
 */
const LINGER = 16;

const limits = new Set<Limit>();
let timer: ReturnType<typeof setTimeout> | undefined;
let ringsAt = Infinity;
let isLingering = false;

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
  if (limit.endsAt < ringsAt) ringAt(limit.endsAt, ms);
  return limit;
}

/**
 * Stops a limit before its end; one that has ended is left alone.
 *
 * @param limit The limit.
 */
export function stopLimit(limit: Limit): void {
  limits.delete(limit);
  if (limits.size > 0 || isLingering) return;
  isLingering = true;
  linger();
}

async function linger(): Promise<void> {
  for (let i = 0; i < LINGER && limits.size === 0; i++) await null;
  isLingering = false;
  if (limits.size > 0) return;
  clearTimeout(timer);
  ringsAt = Infinity;
}

function ringAt(time: number, ms: number): void {
  clearTimeout(timer);
  ringsAt = time;
  timer = setTimeout(ring, Math.ceil(ms));
}

function ring(): void {
  const now = performance.now();
  ringsAt = Infinity;
  for (const limit of [...limits].filter(({ endsAt }) => endsAt <= now)) {
    limits.delete(limit);
    limit.onEnd();
  }
  const next = Math.min(...Array.from(limits, ({ endsAt }) => endsAt));
  if (next < ringsAt) ringAt(next, next - now);
}
