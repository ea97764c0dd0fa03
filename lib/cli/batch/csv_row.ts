/**
 * The values of one CSV record.
 *
 * @module
 */

import { parse } from "@std/csv/parse";
import type { KugouInputError } from "../../../mod.ts";
import { lineProblem } from "./problem.ts";

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
