/** Shows how far a batch is. */

import { unicodeWidth } from "@std/cli/unicode-width";
import type { Words } from "../i18n/words.ts";
import { CLEAR_LINE } from "../text/escape.ts";
import type { Tally } from "./tally.ts";

/** What progress is made of. */
export interface ProgressFacts {
  readonly tally: Tally;
  readonly underWay: { readonly count: number };
  /** How many bytes the lines took that were taken. */
  readonly position: () => number;
  /** How many bytes there are, or `null` where that is not known. */
  readonly size: number | null;
}

/** Where it is shown. */
export interface ProgressOutput {
  /** Whether a line can be erased and written again. */
  readonly canRedraw: boolean;
  write(text: string): void;
  line(text: string): void;
}

/** How often it is shown: redrawn for a person, in lines for a log. */
const EVERY_MS = { terminal: 500, log: 10_000 };

const BAR_WIDTH = 20;

/** Below this, there is no room for a bar. */
const WIDE = 60;

/** Redraws one line where a person looks, and adds lines to a log. */
export class Progress implements Disposable {
  readonly #facts: ProgressFacts;
  readonly #to: ProgressOutput;
  readonly #words: Words["batch"];
  readonly #beganAt = performance.now();
  readonly #timer: ReturnType<typeof setInterval>;

  constructor(facts: ProgressFacts, to: ProgressOutput, words: Words["batch"]) {
    this.#facts = facts;
    this.#to = to;
    this.#words = words;
    const everyMs = to.canRedraw ? EVERY_MS.terminal : EVERY_MS.log;
    this.#timer = setInterval(() => this.#show(), everyMs);
  }

  /** Makes room for another line. */
  clear(): void {
    if (this.#to.canRedraw) this.#to.write(CLEAR_LINE);
  }

  [Symbol.dispose](): void {
    clearInterval(this.#timer);
    this.clear();
  }

  #show(): void {
    const seconds = (performance.now() - this.#beganAt) / 1000;
    const width = this.#to.canRedraw ? columns() - 1 : Infinity;
    const text = formatProgress(this.#facts, seconds, width, this.#words);
    if (this.#to.canRedraw) this.#to.write(CLEAR_LINE + text);
    else this.#to.line(text);
  }
}

/** Writes how far a batch is, in one line that fits. */
export function formatProgress(
  { tally, underWay, position, size }: ProgressFacts,
  seconds: number,
  width: number,
  words: Words["batch"],
): string {
  const { done } = tally;
  // Of what was taken, only a part is done.
  const share = size === null || done === 0
    ? null
    : Math.min(1, position() / size) * done / (done + underWay.count);
  const parts = [
    ...share === null ? [] : [bar(share, width)],
    words.counts(done, tally.ok, tally.failed),
    words.rate(done / Math.max(seconds, 0.001)),
    ...share === null ? [] : [words.left(seconds / share - seconds)],
  ];
  return cut(parts.join("  "), width);
}

function bar(share: number, width: number): string {
  const percent = `${Math.floor(share * 100)}%`;
  if (width < WIDE) return percent;
  const filled = Math.round(share * BAR_WIDTH);
  const rest = "-".repeat(BAR_WIDTH - filled);
  return `[${"#".repeat(filled)}${rest}] ${percent.padStart(4)}`;
}

/** A line that wraps could not be erased. */
function cut(text: string, width: number): string {
  let shown = "";
  let used = 0;
  for (const char of text) {
    used += unicodeWidth(char);
    if (used > width) break;
    shown += char;
  }
  return shown;
}

function columns(): number {
  try {
    return Deno.consoleSize().columns;
  } catch {
    return 80;
  }
}
