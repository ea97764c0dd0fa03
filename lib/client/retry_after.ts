/**
 * The HTTP header `Retry-After`.
 *
 * @module
 */

/**
 * How long the headers of an answer ask to wait.
 *
 * @param headers The headers.
 * @returns The wait in milliseconds, or `null` if they ask for none.
 */
export function retryAfterMsOf(headers: Headers): number | null {
  return parseRetryAfter(headers.get("retry-after"));
}

/**
 * Reads a `Retry-After` header, in seconds or as an HTTP date (RFC 9110,
 * section 10.2.3).
 *
 * @param value The header, or `null` if there was none.
 * @returns The wait in milliseconds, 0 for a date that has passed, or `null`
 * if there is nothing to read.
 */
export function parseRetryAfter(
  value: string | null,
): number | null {
  if (value === null) return null;
  const text = value.trim();
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  // Date.parse alone would take "-1" and "2" for dates.
  if (!/^[A-Za-z]+,? .*\d\d:\d\d:\d\d/.test(text)) return null;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - Date.now());
}
