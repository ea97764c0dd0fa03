/**
 * Takes secrets out of text before anybody sees them.
 *
 * @module
 */

/** What stands where a secret stood. */
export const REDACTED = "***";

/** A cut-off secret shorter than this at the end of a text is left alone. */
const SHORTEST_TAIL = 8;

/**
 * Takes secrets out of a text, plain or as JSON and URLs write them, and also
 * where the text ends in the middle of one.
 *
 * @param text Any text.
 * @param secrets The secrets, none of them empty.
 * @returns The text with `***` for each.
 */
export function redact(text: string, secrets: readonly string[]): string {
  let result = text;
  for (const secret of secrets) {
    if (isSurelyAbsent(text, secret)) continue;
    for (const form of formsOf(secret)) {
      result = redactTail(result.replaceAll(form, REDACTED), form);
    }
  }
  return result;
}

/**
 * Says that a secret is not in a text, nor what is cut off of one. It is cheap
 * to say of nearly every text, so that masking costs a lookup nothing.
 *
 * @param text Any text, also JSON with texts in it.
 * @param secret The secret.
 * @returns `false` where it may be in it.
 */
export function isSurelyAbsent(text: string, secret: string): boolean {
  const beginning = secret.slice(0, SHORTEST_TAIL);
  // Then every form of the secret begins so, and what is cut off of one.
  const hasOneForm = /^[\w.~-]*$/.test(beginning);
  return hasOneForm && !text.includes(beginning);
}

function formsOf(secret: string): Set<string> {
  return new Set([
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
  ]);
}

/** A connection may break in the middle of a secret that was sent back. */
function redactTail(text: string, secret: string): string {
  for (let length = secret.length - 1; length >= SHORTEST_TAIL; length--) {
    if (text.endsWith(secret.slice(0, length))) {
      return text.slice(0, -length) + REDACTED;
    }
  }
  return text;
}
