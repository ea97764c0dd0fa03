/**
 * Shows how far a batch is.
 *
 * @module
 */

import { unicodeWidth } from "@std/cli/unicode-width";
import type { Words } from "../../i18n/words.ts";
import type { Output } from "../output.ts";
import type { Tally } from "./run_batch.ts";

/** What progress is made of. */
export interface ProgressFacts {
  readonly tally: Tally;
  /** How many bytes were read. */
  readonly bytesRead: () => number;
  /** How many bytes there are, or `null` where that is not known. */
  readonly size: number | null;
}

/** How often it is shown: redrawn for a person, in lines for a log. */
const EVERY_MS = { terminal: 500, log: 10_000 };

const BAR_WIDTH = 20;

/** Erases the line where the cursor is. */
const CLEAR = "\r\x1b[K";

/**
 * Shows how far a batch is, in one line that is redrawn where a person looks,
 * and in a line every ten seconds where not.
 *
 * `@std/cli` has a bar, too, but marks it as unstable; and here the same text
 * goes into logs.
 */
export class Progress implements Disposable {
  readonly #facts: ProgressFacts;
  readonly #err: Output;
  readonly #words: Words["batch"];
  readonly #beganAt = performance.now();
  readonly #timer: ReturnType<typeof setInterval>;

  /**
   * Begins to show it.
   *
   * @param facts What progress is made of.
   * @param err Where to show it.
   * @param words The words.
   */
  constructor(facts: ProgressFacts, err: Output, words: Words["batch"]) {
    this.#facts = facts;
    this.#err = err;
    this.#words = words;
    const everyMs = err.canRedraw ? EVERY_MS.terminal : EVERY_MS.log;
    this.#timer = setInterval(() => this.#show(), everyMs);
  }

  /** How long it has been shown, in seconds. */
  get seconds(): number {
    return (performance.now() - this.#beganAt) / 1000;
  }

  /** Makes room for a line of somebody else's. */
  clear(): void {
    if (this.#err.canRedraw) this.#err.write(CLEAR);
  }

  /** Shows it no more. */
  [Symbol.dispose](): void {
    clearInterval(this.#timer);
    this.clear();
  }

  #show(): void {
    const text = formatProgress(this.#facts, this.seconds, this.#words);
    if (!this.#err.canRedraw) return this.#err.line(text);
    this.#err.write(`${CLEAR}${cut(text, columns() - 1)}`);
  }
}

/**
 * Writes how far a batch is.
 *
 * @param facts What progress is made of.
 * @param seconds For how long it has run.
 * @param words The words.
 * @returns One line.
 */
export function formatProgress(
  { tally, bytesRead, size }: ProgressFacts,
  seconds: number,
  words: Words["batch"],
): string {
  const share = size === null || size === 0
    ? null
    : Math.min(1, bytesRead() / size);
  const rate = tally.done / Math.max(seconds, 0.001);
  const parts = [
    ...share === null ? [] : [bar(share)],
    words.counts(tally.done, tally.ok, tally.failed),
    words.rate(rate),
    ...share === null || share === 0
      ? []
      : [words.left(seconds / share - seconds)],
  ];
  return parts.join("  ");
}

function bar(share: number): string {
  const filled = Math.round(share * BAR_WIDTH);
  const percent = `${Math.floor(share * 100)}`.padStart(3);
  return `[${"#".repeat(filled)}${"-".repeat(BAR_WIDTH - filled)}] ${percent}%`;
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
