/**
 * What an HTTP status says about trying again.
 *
 * @module
 */

/**
 * Tells whether a fault that an HTTP status reports may pass by itself.
 *
 * @param status The HTTP status.
 * @returns `true` for 408, 429 and 5xx.
 */
export function isRetryableStatus(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}
