/**
 * Stands in for `@std/text/levenshtein-distance`. It imports nothing: npm's
 * `fastest-levenshtein` takes longer to load than a misspelt word to refuse,
 * and counts a character beyond U+FFFF as two; a test holds it against that.
 *
 * @module
 */

/**
 * Counts the edits between two strings.
 *
 * @param str1 The one string.
 * @param str2 The other string.
 * @returns How many characters to insert, delete or replace.
 */
export function levenshteinDistance(str1: string, str2: string): number {
  const others = [...str2];
  // Edits from what was read of the one string to each beginning of the other.
  let row = [0, ...others.map((_, i) => i + 1)];
  for (const char of str1) {
    const next = [row[0]! + 1];
    others.forEach((other, i) => {
      const replaced = row[i]! + (char === other ? 0 : 1);
      next.push(Math.min(replaced, row[i + 1]! + 1, next[i]! + 1));
    });
    row = next;
  }
  return row.at(-1)!;
}
