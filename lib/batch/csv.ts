/** From lines of CSV, or a plain list of device ids, to items. */

import { CsvError, parse } from "csv-parse/sync";
import { KugouInputError } from "../../mod.ts";
import { badInput } from "../i18n/bad_input.ts";
import type { Words } from "../i18n/words.ts";
import { trimInvisible } from "../text/clean.ts";
import {
  type Column,
  type ColumnNames,
  fieldOf,
  FIELDS,
  isDeviceId,
  type Item,
  itemOfRecord,
  lineProblem,
  problemItem,
  saysSecret,
  showable,
} from "./fields.ts";
import type { TextLine } from "./input.ts";

/** A record that goes on for longer has a quote that is never closed. */
const MAX_RECORD_LINES = 100;

const DELIMITERS = [",", ";", "\t"];

/** Reads a header and the records below it, or one device id a line. */
export async function* readCsv(
  lines: AsyncIterable<TextLine>,
  names: ColumnNames,
): AsyncGenerator<Item> {
  let delimiter: string | undefined;
  let columns: readonly Column[] | undefined;
  for await (
    const { line, read } of readRecords(lines, () => delimiter ?? ",")
  ) {
    if (delimiter === undefined && typeof read === "string") {
      const [, said] = /^sep=(.)\s*$/.exec(read) ?? [];
      delimiter = said ?? delimiterOf(read);
      if (said !== undefined) continue;
    }
    const values = typeof read === "string"
      ? parseRecord(read, delimiter ?? ",", columns?.length ?? 1)
      : read;
    if (columns === undefined) {
      if (values instanceof KugouInputError) {
        throw new KugouInputError("FILE", values);
      }
      const isList = names.deviceId === null && values.length === 1 &&
        isDeviceId(values[0]!);
      columns = columnsOf(isList ? ["deviceId"] : values, names);
      if (!isList) continue;
    }
    if (values instanceof KugouInputError) yield problemItem(line, values);
    else if (values.length === columns.length) {
      yield itemOfRecord(line, columns, values);
    } else {
      const [has, needs] = [values.length, columns.length];
      yield problemItem(
        line,
        lineProblem((words) => words.valueCount(has, needs)),
      );
    }
  }
}

function delimiterOf(header: string): string {
  const counts = DELIMITERS.map((it) => header.split(it).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}

/** The text of a record, and the line where it begins. */
interface RawRecord {
  readonly line: number;
  readonly read: string | KugouInputError;
}

/**
 * Puts lines together to records: one goes on while a quote is open. A quote
 * that is never closed costs one line, however many follow.
 */
async function* readRecords(
  lines: AsyncIterable<TextLine>,
  delimiter: () => string,
): AsyncGenerator<RawRecord> {
  let open: { number: number; text: string }[] = [];
  function* close(isEnd: boolean): Generator<RawRecord> {
    while (open.length > 0) {
      const [first, ...others] = open;
      let text = "";
      const end = open.findIndex((line, index) => {
        text += (index === 0 ? "" : "\n") + line.text;
        return !isOpen(text, delimiter());
      });
      if (end >= 0) {
        yield { line: first!.number, read: text };
        open = open.slice(end + 1);
      } else if (isEnd || open.length >= MAX_RECORD_LINES) {
        const problem = lineProblem(({ quoteNotClosed }) => quoteNotClosed);
        yield { line: first!.number, read: problem };
        open = others;
      } else return;
    }
  }
  for await (const line of lines) {
    if ("problem" in line) {
      yield* close(true);
      yield { line: line.number, read: line.problem };
    } else if (open.length > 0 || line.text.trim() !== "") {
      open.push(line);
      const quotes = line.text.includes('"');
      if (quotes || open.length === 1 || open.length >= MAX_RECORD_LINES) {
        yield* close(false);
      }
    }
  }
  yield* close(true);
}

function isOpen(text: string, delimiter: string): boolean {
  try {
    parseText(text, delimiter);
    return false;
  } catch (error) {
    return error instanceof CsvError && error.code === "CSV_QUOTE_NOT_CLOSED";
  }
}

/** The values; empty ones at the end, as spreadsheets leave them, do not count. */
function parseRecord(
  text: string,
  delimiter: string,
  columns: number,
): readonly string[] | KugouInputError {
  try {
    const values = parseText(text, delimiter);
    const last = values.findLastIndex((value) => value.trim() !== "");
    return values.slice(0, Math.max(columns, last + 1));
  } catch {
    return lineProblem(({ notCsv }) => notCsv);
  }
}

/** The parser is for quotes; a text without any has nothing to parse. */
function parseText(text: string, delimiter: string): readonly string[] {
  if (!text.includes('"')) return text.split(delimiter);
  const [record = []] = parse(text, { delimiter });
  return record;
}

function columnsOf(
  names: readonly string[],
  known: ColumnNames,
): readonly Column[] {
  const columns = names.map((text, index): Column => {
    const bare = trimInvisible(text);
    const field = fieldOf(bare, known);
    if (field !== null) return { name: field, field };
    if (saysSecret(bare)) {
      throw headerError((words) =>
        words.secretColumn(index + 1, showable(bare))
      );
    }
    return { name: bare === "" ? String(index + 1) : bare, field };
  });
  const { deviceId } = known;
  if (!columns.some(({ field }) => field === "deviceId")) {
    throw headerError((words) => words.noId(deviceId ?? "deviceId"));
  }
  const twice = columns.findIndex(({ name, field }, at) =>
    columns.findIndex((it) => it.name === name && it.field === field) !== at
  );
  if (twice >= 0) {
    const { name, field } = columns[twice]!;
    throw headerError((words) =>
      words.twice(twice + 1, field ?? showable(name))
    );
  }
  return columns;
}

function headerError(
  pick: (words: Words["batch"]["header"]) => string,
): KugouInputError {
  return badInput("FILE", ({ batch: { header, headerWrong } }) => ({
    ...headerWrong(pick(header), FIELDS.join(",")),
    example: "deviceId,accessToken",
  }));
}
