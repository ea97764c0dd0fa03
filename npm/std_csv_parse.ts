/**
 * Stands in for `@std/csv/parse`, upon npm's `csv-parse`.
 *
 * @module
 */

// deno-lint-ignore no-import-prefix -- nothing but this file knows of it
import { parse as parseCsv } from "npm:csv-parse@^7.0.3/sync";

/**
 * Parses CSV.
 *
 * @param input The text.
 * @returns The records and their values.
 * @throws {SyntaxError} If a quote stands where none may.
 */
export function parse(input: string): string[][] {
  try {
    return parseCsv(input, { relax_column_count: true, bom: true });
  } catch (error) {
    throw new SyntaxError("Cannot parse the CSV", { cause: error });
  }
}
