/**
 * Moments as Kugou interfaces write them.
 *
 * @module
 */

/** One day in milliseconds. */
export const DAY_MS: number = 24 * 60 * 60 * 1000;

/** China Standard Time is 8 hours ahead of UTC all year. */
const OFFSET_MS = 8 * 60 * 60 * 1000;

/** The moment as `YYYY-MM-DD HH:mm:ss` in China Standard Time. */
export function chinaTime(moment: number): string {
  return new Date(moment + OFFSET_MS).toISOString().slice(0, 19)
    .replace("T", " ");
}

/** The last second of the day that the moment falls on in China. */
export function endOfChinaDay(moment: number): number {
  const local = moment + OFFSET_MS;
  return local - (local % DAY_MS) + DAY_MS - 1000 - OFFSET_MS;
}

/** The moment as whole Unix seconds. */
export function unixSeconds(moment: number): number {
  return Math.floor(moment / 1000);
}
