/**
 * Dates and numbers in a visitor's language, on the server and in the browser.
 *
 * @module
 */

/**
 * Writes a moment as a date and a time of day.
 *
 * @param iso The moment, in ISO 8601.
 * @param tag The language.
 * @param timeZone The time zone, the browser's own if none is given.
 * @returns The text, such as `Jan 4, 2026, 8:00 AM`.
 */
export function formatMoment(
  iso: string,
  tag: string,
  timeZone?: string,
): string {
  return new Intl.DateTimeFormat(tag, {
    dateStyle: "medium",
    timeStyle: "short",
    ...(timeZone ? { timeZone } : {}),
  }).format(new Date(iso));
}

/**
 * Writes a whole number.
 *
 * @param number The number.
 * @param tag The language.
 * @returns The text, such as `1,234`.
 */
export function formatNumber(number: number, tag: string): string {
  return new Intl.NumberFormat(tag, { maximumFractionDigits: 0 })
    .format(number);
}
