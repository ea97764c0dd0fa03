/**
 * From lines of CSV to items.
 *
 * @module
 */

import { checkHeader, CsvRecords, type CsvRow, readCsv } from "./csv.ts";
import type { TextLine } from "./lines.ts";
import type { IsWanted, LineReader } from "./read_items.ts";
import type { Item } from "./request_fields.ts";

/** Reads CSV: a header, and records that may go over many lines. */
export class CsvReader implements LineReader {
  readonly #isWanted: IsWanted;
  readonly #records = new CsvRecords();
  #columns: readonly string[] | undefined;

  /**
   * Begins before the header.
   *
   * @param isWanted Which lines are to be read.
   */
  constructor(isWanted: IsWanted) {
    this.#isWanted = isWanted;
  }

  /** Takes the next line, and gives the items that end with it. */
  *push(line: TextLine): Iterable<Item> {
    for (const { line: number, read } of this.#records.push(line)) {
      yield* this.#read(number, read);
    }
  }

  /** Ends the input, and gives the items that were still open. */
  *end(): Iterable<Item> {
    for (const { line, read } of this.#records.end()) {
      yield* this.#read(line, read);
    }
  }

  #read(line: number, read: () => CsvRow): Iterable<Item> {
    if (this.#columns === undefined) {
      this.#columns = checkHeader(read());
      return [];
    }
    if (!this.#isWanted(line)) return [];
    return [readCsv(line, read(), this.#columns)];
  }
}
