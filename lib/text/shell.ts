/** Quotes a word for a POSIX shell, where it needs that. */
export function quoteWord(word: string): string {
  if (/^[\w@%+=,./-]+$/.test(word)) return word;
  // Nothing is special within single quotes, but those themselves.
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
