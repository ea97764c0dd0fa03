/**
 * A token bucket: so many at once, and as many more a minute.
 *
 * @module
 */

/** What is left in a bucket, and since when. */
export interface Bucket {
  /** How many lookups are left; a fraction grows into the next one. */
  readonly left: number;
  /** When that was counted, in milliseconds since 1970. */
  readonly at: number;
}

/** What became of a bucket from which one was taken. */
export interface Taken {
  /** The bucket afterwards. */
  readonly bucket: Bucket;
  /** 0 if there was one to take, else the milliseconds until there is. */
  readonly waitMs: number;
}

/** How long an empty bucket takes to fill up, whatever its size. */
export const FILL_MS = 60_000;

/**
 * Takes one from a bucket, which has filled up since it was last counted.
 *
 * @param bucket The bucket, or nothing for a full one.
 * @param size How many it holds, and how many more come in a minute.
 * @param now The time now, in milliseconds since 1970.
 * @returns The bucket afterwards, and how long to wait where it was empty.
 */
export function takeOne(
  bucket: Bucket | null | undefined,
  size: number,
  now: number,
): Taken {
  const { left, at } = bucket ?? { left: size, at: now };
  // A clock that was set back must not take anything away.
  const since = Math.max(0, now - at);
  const full = Math.min(size, left + since * size / FILL_MS);
  if (full >= 1) return { bucket: { left: full - 1, at: now }, waitMs: 0 };
  const waitMs = Math.ceil((1 - full) * FILL_MS / size);
  return { bucket: { left: full, at: now }, waitMs };
}
