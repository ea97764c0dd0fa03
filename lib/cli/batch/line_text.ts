/**
 * From the bytes of a line to its text.
 *
 * @module
 */

import type { KugouInputError } from "../../../mod.ts";
import { lineProblem } from "./problem.ts";
import { MAX_LINE_BYTES, type RawLine } from "./split_lines.ts";

/** A line of the input that can be read, or the reason why not. */
export type TextLine =
  | { readonly number: number; readonly text: string }
  | { readonly number: number; readonly problem: KugouInputError };

// It drops a byte order mark, as a file from Excel has one at its beginning.
const UTF8 = new TextDecoder("utf-8", { fatal: true });

/**
 * Reads a line as text.
 *
 * @param line The line.
 * @returns Its text, or what is wrong with it.
 */
export function readText({ number, bytes }: RawLine): TextLine {
  if (bytes === null) return { number, problem: tooLong() };
  try {
    const text = UTF8.decode(bytes);
    return text.includes("\0")
      ? { number, problem: hasNul() }
      : { number, text };
  } catch {
    return { number, problem: notUtf8() };
  }
}

function tooLong(): KugouInputError {
  return lineProblem(
    `it is longer than ${MAX_LINE_BYTES} bytes`,
    `长度超过 ${MAX_LINE_BYTES} 字节`,
  );
}

function hasNul(): KugouInputError {
  return lineProblem("it has a NUL byte", "含有 NUL 字节");
}

function notUtf8(): KugouInputError {
  return lineProblem("it is not UTF-8", "不是 UTF-8 编码");
}
