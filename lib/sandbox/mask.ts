/**
 * Keeps access tokens and control characters out of the log.
 *
 * @module
 */

/** What stands where a token stood. */
const MASK = "***";

/**
 * Real tokens are 32 hexadecimal digits and more: one that stands in a wrong
 * field, its own field being empty, is known by that alone. A UUID has no such
 * run of digits.
 */
const TOKEN_LIKE = /[0-9a-f]{24,}/gi;

/** The longest text of a field that is logged. */
const MAX_LENGTH = 200;

/**
 * Makes a text fit for the log.
 *
 * @param text What a client sent.
 * @param secrets The tokens to mask, wherever they stand, in any case.
 */
export function maskText(text: string, secrets: readonly string[]): string {
  let masked = text;
  for (const secret of secrets) masked = maskOne(masked, secret);
  return masked
    .replace(TOKEN_LIKE, MASK)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "\ufffd")
    .slice(0, MAX_LENGTH);
}

/**
 * The path of a URL with its escapes undone, so that no escape hides a token;
 * one whose escapes are broken is masked whole.
 */
export function readablePath(url: URL): string {
  try {
    return decodeURIComponent(url.pathname);
  } catch {
    return MASK;
  }
}

function maskOne(text: string, secret: string): string {
  if (secret === "") return text;
  const literal = secret.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  return text.replace(new RegExp(literal, "gi"), MASK);
}
