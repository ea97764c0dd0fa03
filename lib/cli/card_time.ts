/**
 * Moments, as a person reads them.
 *
 * `Intl` would know how to write them, but takes as long to load as the whole
 * lookup: what is needed of it is done by hand.
 *
 * @module
 */

import type { Distance } from "../i18n/words_card.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** China is 8 hours ahead of UTC, all year; the sign is that of `Date`. */
const CHINA_OFFSET = -480;

/**
 * How far away a moment is.
 *
 * @param moment The moment, past or to come.
 * @param now The time now, in milliseconds since 1970.
 * @returns The distance, in the largest unit that it fills.
 */
export function distanceTo(moment: Date, now: number): Distance {
  const ms = Math.abs(moment.getTime() - now);
  // A server's time has seconds only: almost 90 days are 90 days.
  if (ms >= DAY - MINUTE) return { count: Math.round(ms / DAY), unit: "day" };
  if (ms >= HOUR) return { count: Math.floor(ms / HOUR), unit: "hour" };
  return { count: Math.floor(ms / MINUTE), unit: "minute" };
}

/** A moment by two clocks. */
export interface LocalTime {
  /** The time here. */
  readonly local: string;
  /** The time in China, or `null` where that is the same. */
  readonly china: string | null;
}

/**
 * Writes a moment by the clock of this machine and by that of China.
 *
 * @param moment The moment.
 * @returns Both times, to the minute.
 */
export function localTime(moment: Date): LocalTime {
  const offset = moment.getTimezoneOffset();
  const local = atOffset(moment, offset);
  if (offset === CHINA_OFFSET) return { local, china: null };
  const china = atOffset(moment, CHINA_OFFSET);
  const isSameDay = china.slice(0, 10) === local.slice(0, 10);
  return { local, china: isSameDay ? china.slice(11) : china };
}

function atOffset(moment: Date, offset: number): string {
  const shifted = new Date(moment.getTime() - offset * MINUTE);
  return shifted.toISOString().slice(0, 16).replace("T", " ");
}
