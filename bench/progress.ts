/**
 * Says on stderr how far it is.
 *
 * @module
 */

const isTerminal = Deno.stderr.isTerminal();
let last = "";

/**
 * Says how far it is: on a terminal in place of what it said before, elsewhere
 * only what begins anew.
 *
 * @param text One line.
 */
export function say(text: string): void {
  const [begin = text] = text.split(/,? round /);
  const isNew = begin !== last;
  last = begin;
  if (isTerminal) write(`\r\x1b[K${text}`);
  else if (isNew) write(`${text}\n`);
}

/** Ends the line. */
export function endProgress(): void {
  if (isTerminal && last !== "") write("\n");
  last = "";
}

function write(text: string): void {
  Deno.stderr.writeSync(new TextEncoder().encode(text));
}
