/**
 * Reads a line of NDJSON.
 *
 * @module
 */

import { KugouInputError } from "../../../mod.ts";
import { lineProblem } from "./problem.ts";
import { type Item, toRequest } from "./request_fields.ts";

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
