/**
 * From lines to CSV records: which lines belong together.
 *
 * @module
 */

import type { KugouInputError } from "../../../mod.ts";
import { type CsvRow, parseRow } from "./csv_row.ts";
import type { TextLine } from "./line_text.ts";
import { lineProblem } from "./problem.ts";

/** A record that goes on for longer has a quote that nobody closed. */
const MAX_RECORD_LINES = 100;

/** A record, with the number of the line where it begins. */
export interface CsvRecord {
  readonly line: number;
  /** Gives its values, or what is wrong with it. */
  readonly read: () => CsvRow;
}

/**
 * Puts lines together to records: one goes on while a quote is open. Where a
 * record of many lines turns out to be none, only its first line is wrong, and
 * the next line begins anew.
 */
export class CsvRecords {
  /** The lines of the record that is open, and what follows them. */
  #open: TextLine[] = [];
  #quotes = 0;

  /**
   * Takes the next line.
   *
   * @param line The line.
   * @returns The records that end with it.
   */
  *push(line: TextLine): Generator<CsvRecord> {
    const again = [line];
    for (let next; (next = again.shift()) !== undefined;) {
      yield* this.#take(next, again);
    }
  }

  /**
   * Ends the input.
   *
   * @returns The records that were still open.
   */
  *end(): Generator<CsvRecord> {
    while (this.#open.length > 0) {
      const again: TextLine[] = [];
      yield this.#giveUp(again);
      for (let next; (next = again.shift()) !== undefined;) {
        yield* this.#take(next, again);
      }
    }
  }

  *#take(line: TextLine, again: TextLine[]): Generator<CsvRecord> {
    const isOpen = this.#open.length > 0;
    if (isOpen && "problem" in line) {
      again.unshift(line);
      yield this.#giveUp(again);
    } else if ("problem" in line) {
      yield { line: line.number, read: () => line.problem };
    } else if (isOpen || line.text.trim() !== "") {
      this.#open.push(line);
      this.#quotes += countQuotes(line.text);
      yield* this.#close(again);
    }
  }

  /** Hands the open record out if no quote is open any more. */
  *#close(again: TextLine[]): Generator<CsvRecord> {
    const [first, ...more] = this.#open;
    if (first === undefined || !("text" in first)) return;
    if (this.#quotes % 2 === 1) {
      if (more.length >= MAX_RECORD_LINES) yield this.#giveUp(again);
    } else if (more.length === 0) {
      this.#forget();
      yield { line: first.number, read: () => parseRow(first.text) };
    } else {
      yield this.#finish(again);
    }
  }

  /** Reads at once: on it depends where the next record begins. */
  #finish(again: TextLine[]): CsvRecord {
    const line = this.#open[0]!.number;
    const text = this.#open.map((it) => "text" in it ? it.text : "").join("\n");
    const row = parseRow(text);
    if (!Array.isArray(row)) return this.#giveUp(again);
    this.#forget();
    return { line, read: () => row };
  }

  #giveUp(again: TextLine[]): CsvRecord {
    const [first, ...more] = this.#open;
    again.unshift(...more);
    this.#forget();
    return { line: first!.number, read: notClosed };
  }

  #forget(): void {
    this.#open = [];
    this.#quotes = 0;
  }
}

function countQuotes(text: string): number {
  let count = 0;
  for (let at = -1; (at = text.indexOf('"', at + 1)) >= 0;) count++;
  return count;
}

function notClosed(): KugouInputError {
  return lineProblem(
    "it has a quote that is not closed",
    "引号没有闭合",
    {
      en:
        'a CSV record whose quoted values end in a quote, with "" for a quote within',
      zh: 'CSV 记录，带引号的值须以引号结束，值内的引号写作 ""',
    },
    null,
  );
}
