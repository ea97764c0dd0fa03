/**
 * From lines to CSV records, and from those to requests.
 *
 * @module
 */

import { parse } from "@std/csv/parse";
import { KugouInputError } from "../../../mod.ts";
import type { TextLine } from "./lines.ts";
import {
  FIELDS,
  isNameLike,
  type Item,
  lineProblem,
  Refusal,
  toRequest,
} from "./request_fields.ts";

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

/** The values of a record, or what is wrong with it. */
export type CsvRow = readonly string[] | KugouInputError;

/**
 * Parses one record.
 *
 * @param text Its text, which has line breaks only within quotes.
 * @returns Its values, or what is wrong with it.
 */
export function parseRow(text: string): CsvRow {
  // Without quotes there is nothing to it, and few lines have any.
  if (!text.includes('"')) return text.split(",");
  try {
    const rows = parse(text);
    return rows.length === 1 ? rows[0]! : notCsv();
  } catch {
    // The parser's own message may quote the line, and so its token.
    return notCsv();
  }
}

function notCsv(): KugouInputError {
  return lineProblem(
    "it is not a CSV record",
    "不是 CSV 记录",
    {
      en:
        'values between commas, quoted where they have a comma or a quote, with "" for a quote within',
      zh: '以逗号分隔的值；含逗号或引号的值须加引号，值内的引号写作 ""',
    },
    null,
  );
}

/**
 * Checks the header.
 *
 * @param row The first record.
 * @returns The columns.
 * @throws {Refusal} If a column is unknown, twice there, or missing.
 */
export function checkHeader(row: CsvRow): readonly string[] {
  if (row instanceof KugouInputError) refuse(row.reason.en, row.reason.zh);
  const columns = row.map((name) => name.trim());
  for (const [index, name] of columns.entries()) {
    if (!FIELDS.some((field) => field === name)) {
      const shown = isNameLike(name) ? ` (${JSON.stringify(name)})` : "";
      refuse(
        `column ${index + 1}${shown} is unknown`,
        `第 ${index + 1} 列${shown}未知`,
      );
    }
    if (columns.indexOf(name) < index) {
      refuse(`${name} is there twice`, `${name} 重复出现`);
    }
  }
  if (!columns.includes("deviceId")) {
    refuse("deviceId is missing", "缺少 deviceId");
  }
  return columns;
}

/**
 * Reads a record by its columns.
 *
 * @param line The line where it begins.
 * @param row Its values.
 * @param columns The columns.
 * @returns The request, or why there is none.
 */
export function readCsv(
  line: number,
  row: CsvRow,
  columns: readonly string[],
): Item {
  if (row instanceof KugouInputError) return { line, problem: row };
  if (row.length !== columns.length) {
    return { line, problem: wrongCount(row.length, columns) };
  }
  const fields: Record<string, unknown> = {};
  for (const [index, name] of columns.entries()) {
    const value = row[index]!;
    // An empty value is none, but every line must have a device.
    if (value === "" && name !== "deviceId") continue;
    fields[name] = name === "params" ? parseParams(value) : value;
  }
  const request = toRequest(fields);
  return request instanceof KugouInputError
    ? { line, problem: request }
    : { line, request };
}

/** What is not JSON stays a string, which the client then refuses. */
function parseParams(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function wrongCount(
  count: number,
  columns: readonly string[],
): KugouInputError {
  return lineProblem(
    `it has ${count} values where the header has ${columns.length}`,
    `有 ${count} 个值，而表头有 ${columns.length} 列`,
    { en: columns.join(","), zh: columns.join(",") },
    null,
  );
}

function refuse(en: string, zh: string): never {
  const columns = FIELDS.join(",");
  throw new Refusal(null, {
    en: {
      reason: `its CSV header is wrong: ${en}`,
      expected: `columns of ${columns}, of which only deviceId must be there`,
    },
    zh: {
      reason: `CSV 表头有误：${zh}`,
      expected: `${columns} 中的列，其中仅 deviceId 必填`,
    },
  });
}
