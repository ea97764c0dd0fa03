/** Finds the word that was probably meant, if one is close. */
export function suggest(
  word: string,
  candidates: readonly string[],
): string | null {
  const typed = word.toLowerCase();
  let best: string | null = null;
  // A third of the word may be wrong; one letter always, but not all of it.
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const apart = lettersApart(typed, candidate.toLowerCase());
    if (apart < Math.min(least, candidate.length)) {
      least = apart;
      best = candidate;
    }
  }
  return best;
}

function lettersApart(typed: string, candidate: string): number {
  // A word that was not typed to its end, such as `sand`, is close.
  if (typed.length > 2 && candidate.startsWith(typed)) return 0.5;
  // The first letter is the one that is least often wrong.
  const bonus = typed[0] === candidate[0] ? 0.5 : 0;
  return distance(typed, candidate) - bonus;
}

/** Levenshtein's distance; a package for it would be loaded at every start. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (let at = 0; at < to.length; at++) {
      const changed = row[at]! + (letter === to[at] ? 0 : 1);
      next.push(Math.min(changed, row[at + 1]! + 1, next[at]! + 1));
    }
    row = next;
  }
  return row.at(-1)!;
}
