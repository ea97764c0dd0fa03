/**
 * The header of a CSV input, and records read by it.
 *
 * @module
 */

import { KugouInputError } from "../../../mod.ts";
import type { CsvRow } from "./csv_row.ts";
import { isNameLike, lineProblem } from "./problem.ts";
import { Refusal } from "./refusal.ts";
import { FIELDS, type Item, toRequest } from "./request_fields.ts";

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
