/** From an input to what is asked: one item for each line. */

import { KugouInputError } from "../../mod.ts";
import { badInput } from "../i18n/bad_input.ts";
import { readCsv } from "./csv.ts";
import {
  type ColumnNames,
  type Item,
  itemOfJson,
  problemItem,
  USUAL_NAMES,
} from "./fields.ts";
import type { Encoding, Input, TextLine } from "./input.ts";

export type Format = "ndjson" | "csv";

/** What an input turned out to be. */
export interface Reading {
  readonly format: Format | "array";
  readonly encoding: Encoding;
}

/** Tells the format by what was asked for, the content, or the name. */
export async function recognize(
  input: Input,
  asked: Format | null,
): Promise<Reading> {
  const { encoding, beginning } = await input.peek();
  const [first] = beginning.trimStart();
  const format = asked ?? formatOf(input.name, first);
  return {
    encoding,
    format: format !== "csv" && first === "[" ? "array" : format,
  };
}

function formatOf(name: string, first: string | undefined): Format {
  if (first === "{" || first === "[") return "ndjson";
  return /\.(?:ndjson|jsonl)$/i.test(name) ? "ndjson" : "csv";
}

/** Reads the items of an input, in order and hardly more than asked for. */
export function readItems(
  input: Input,
  { format, encoding }: Reading,
  stop: AbortSignal,
  names: ColumnNames = USUAL_NAMES,
): AsyncGenerator<Item> {
  if (format === "array") {
    return readArray(input.lines(encoding, stop, MAX_ARRAY), stop, names);
  }
  const lines = input.lines(encoding, stop);
  return format === "csv" ? readCsv(lines, names) : readNdjson(lines, names);
}

async function* readNdjson(
  lines: AsyncIterable<TextLine>,
  names: ColumnNames,
): AsyncGenerator<Item> {
  for await (const line of lines) {
    if ("problem" in line) yield problemItem(line.number, line.problem);
    else if (line.text.trim() !== "") {
      yield itemOfJson(line.number, line.text, names);
    }
  }
}

/** An array is read whole: more than this belongs into NDJSON. */
const MAX_ARRAY = 64 * 1024 * 1024;

/** The line of an element is its place in the array, from 1. */
async function* readArray(
  lines: AsyncIterable<TextLine>,
  stop: AbortSignal,
  names: ColumnNames,
): AsyncGenerator<Item> {
  let json = "";
  for await (const line of lines) {
    if ("problem" in line) throw new KugouInputError("FILE", line.problem);
    json += `${line.text}\n`;
    if (json.length > MAX_ARRAY) {
      throw badInput("FILE", ({ batch }) => batch.arrayTooLong);
    }
  }
  if (stop.aborted) return;
  for (const [index, element] of elementsOf(json).entries()) {
    yield itemOfJson(index + 1, element, names);
  }
}

/** Each as its own text, so that no digit of it is lost. */
function elementsOf(json: string): string[] {
  let value: unknown;
  const sources: string[] = [];
  try {
    value = JSON.parse(json);
    if (!Array.isArray(value)) throw new SyntaxError();
  } catch {
    throw badInput("FILE", ({ batch }) => batch.arrayNotJson);
  }
  // The text is valid by now: commas at depth 1 part the elements.
  let depth = 0;
  let start = 0;
  let isString = false;
  for (const { 0: token, index } of json.matchAll(/\\.|["[\]{},]/g)) {
    if (token === '"') isString = !isString;
    if (isString) continue;
    if (token === "[" || token === "{") {
      if (++depth === 1) start = index + 1;
    } else if (token === "]" || token === "}") depth--;
    const isEnd = depth === 0 || (depth === 1 && token === ",");
    if (!isEnd) continue;
    sources.push(json.slice(start, index));
    start = index + 1;
  }
  return value.length === 0 ? [] : sources;
}
