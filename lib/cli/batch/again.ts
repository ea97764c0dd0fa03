/**
 * The command line to type again.
 *
 * @module
 */

/**
 * Writes the command line that goes on where this one stopped.
 *
 * @param program What the program is called.
 * @param words The words that this one was given.
 * @returns The command line, quoted for a POSIX shell.
 */
export function resumeCommand(
  program: string,
  words: readonly string[],
): string {
  const isThere = words.includes("--resume") ||
    words.some((word) => /^--retry-failed\b/.test(word));
  const all = [program, ...words, ...isThere ? [] : ["--resume"]];
  return all.map(quote).join(" ");
}

function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word)
    ? word
    : `'${word.replaceAll("'", `'\\''`)}'`;
}
