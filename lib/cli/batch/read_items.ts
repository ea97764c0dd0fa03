/**
 * From an input to what is asked: one item for each line.
 *
 * @module
 */

import { KugouInputError } from "../../../mod.ts";
import type { Format } from "./input.ts";
import { type TextLine, TextLines } from "./lines.ts";
import { type Item, lineProblem, toRequest } from "./request_fields.ts";

/** Says whether a line is to be worked on; others are passed over unread. */
export type IsWanted = (line: number) => boolean;

/** Reads lines of one format. */
export interface LineReader {
  /** Takes the next line, and gives the items that end with it. */
  push(line: TextLine): Iterable<Item>;
  /** Ends the input, and gives the items that were still open. */
  end(): Iterable<Item>;
}

/**
 * How many lines are read at a time. To read one between two answers from the
 * network takes longer than one of many in a row.
 */
const GROUP_LINES = 64;

/**
 * Reads the items of an input, in order and hardly more than asked for.
 *
 * @param chunks The bytes.
 * @param format Their format.
 * @param isWanted Which lines are to be read.
 * @returns The items, some at a time: one for each line that is wanted and not
 * blank.
 * @throws {Refusal} If the CSV header is wrong or missing.
 */
export async function* readItems(
  chunks: AsyncIterable<Uint8Array>,
  format: Format,
  isWanted: IsWanted,
): AsyncGenerator<readonly Item[]> {
  const lines = new TextLines();
  const reader = await openReader(format, isWanted);
  for await (const chunk of chunks) yield* itemsOf(reader, lines.push(chunk));
  yield* itemsOf(reader, lines.end());
  yield [...reader.end()];
}

/** Its parser takes longer to load than all that NDJSON needs. */
async function openReader(
  format: Format,
  isWanted: IsWanted,
): Promise<LineReader> {
  if (format === "ndjson") return new NdjsonReader(isWanted);
  const { CsvReader } = await import("./read_csv.ts");
  return new CsvReader(isWanted);
}

function* itemsOf(
  reader: LineReader,
  lines: Iterable<TextLine>,
): Generator<readonly Item[]> {
  let group: Item[] = [];
  for (const line of lines) {
    group.push(...reader.push(line));
    if (group.length < GROUP_LINES) continue;
    yield group;
    group = [];
  }
  yield group;
}

class NdjsonReader implements LineReader {
  readonly #isWanted: IsWanted;

  constructor(isWanted: IsWanted) {
    this.#isWanted = isWanted;
  }

  push(line: TextLine): Iterable<Item> {
    const { number } = line;
    if (!this.#isWanted(number)) return [];
    if ("problem" in line) return [{ line: number, problem: line.problem }];
    return line.text.trim() === "" ? [] : [readNdjson(number, line.text)];
  }

  end(): Iterable<Item> {
    return [];
  }
}

/**
 * Reads a line of NDJSON.
 *
 * @param line Its number.
 * @param text Its text.
 * @returns The request, or why there is none.
 */
export function readNdjson(line: number, text: string): Item {
  const value = parse(text);
  if (value === undefined) return { line, problem: notJson() };
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { line, problem: notAnObject() };
  }
  const request = toRequest(value as Record<string, unknown>);
  return request instanceof KugouInputError
    ? { line, problem: request }
    : { line, request };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message would quote the line, and so its token.
    return undefined;
  }
}

function notJson(): KugouInputError {
  return lineProblem("it is not JSON", "不是 JSON");
}

function notAnObject(): KugouInputError {
  return lineProblem("it is not a JSON object", "不是 JSON 对象");
}
