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
  onEnd(): void;
}

const limits = new Set<Limit>();

/** The timer; it may ring for a limit that was stopped long ago. */
let timer: AbortSignal | undefined;
let ringsAt = Infinity;
let isListening = false;
let isResting = false;

/**
 * Starts a limit.
 *
 * @param limit The limit.
 * @param now The time now, by `performance.now()`.
 */
export function startLimit(limit: Limit, now: number): void {
  limits.add(limit);
  // A timer that rang while nobody listened will not ring again.
  const hasRung = !isListening && timer?.aborted === true;
  if (limit.endsAt < ringsAt || hasRung) ringAfter(limit.endsAt - now, now);
  else if (!isListening) listen();
}

/**
 * Stops a limit before its end; one that has ended is left alone.
 *
 * @param limit The limit.
 */
export function stopLimit(limit: Limit): void {
  limits.delete(limit);
  if (limits.size === 0 && isListening && !isResting) restAfter(TURNS);
}

/** More than a caller needs from the end of one lookup to the next. */
const TURNS = 16;

const NEXT_TURN = Promise.resolve();

/**
 * Stops to listen, unless another limit starts within a few turns of the queue
 * of microtasks: so it does where one device is looked up after the other, and
 * to stop and listen anew would take longer than those turns.
 */
function restAfter(turns: number): void {
  isResting = limits.size === 0 && turns > 0;
  if (isResting) NEXT_TURN.then(() => restAfter(turns - 1));
  else if (limits.size === 0) stopListening();
}

function ringAfter(ms: number, now: number): void {
  stopListening();
  const wait = Math.max(0, Math.ceil(ms));
  ringsAt = now + wait;
  timer = AbortSignal.timeout(wait);
  listen();
}

function listen(): void {
  isListening = true;
  timer?.addEventListener("abort", ring);
}

function stopListening(): void {
  isListening = false;
  timer?.removeEventListener("abort", ring);
}

function ring(): void {
  const now = performance.now();
  stopListening();
  timer = undefined;
  ringsAt = Infinity;
  for (const limit of [...limits].filter(({ endsAt }) => endsAt <= now)) {
    limits.delete(limit);
    limit.onEnd();
  }
  const next = Math.min(...Array.from(limits, ({ endsAt }) => endsAt));
  if (next < ringsAt) ringAfter(next - now, now);
}
