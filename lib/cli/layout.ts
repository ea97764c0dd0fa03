/**
 * Rows with aligned columns.
 *
 * @module
 */

import type { Output, Style } from "./output.ts";

/** One cell: a text, set off or not. */
export interface Cell {
  /** The text, safe on a terminal. */
  readonly text: string;
  /** How it is set off. */
  readonly style?: Style;
}

/** The cells of one line; `null` for an empty line. */
export type Row = readonly Cell[] | null;

/** Text of which each character takes one column. */
const NARROW = /^[ -~✓✗…]*$/;

/** What stands between two columns. */
const GAP = "  ";

/**
 * Makes a cell.
 *
 * @param text The text, safe on a terminal.
 * @param style How it is set off.
 * @returns The cell.
 */
export function cell(text: string, style?: Style): Cell {
  return style === undefined ? { text } : { text, style };
}

/**
 * Writes rows whose columns are aligned, each as wide as its widest cell. The
 * last cell of a row may be as long as it likes.
 *
 * @param out Where to.
 * @param rows The rows.
 * @param indent What stands before each.
 */
export async function writeRows(
  out: Output,
  rows: readonly Row[],
  indent: string = "",
): Promise<void> {
  const padded = rows.flatMap((row) => row?.slice(0, -1) ?? []);
  const width = await widthOf(padded);
  const widths: number[] = [];
  for (const row of rows) {
    row?.slice(0, -1).forEach(({ text }, column) => {
      widths[column] = Math.max(widths[column] ?? 0, width(text));
    });
  }
  const lines = rows.map((row) => {
    const cells = row?.map(({ text, style }, column) => {
      const isLast = column === row.length - 1;
      const space = isLast ? 0 : (widths[column] ?? 0) - width(text);
      return out.paint(style, text) + " ".repeat(space);
    });
    return cells ? `${(indent + cells.join(GAP)).trimEnd()}\n` : "\n";
  });
  // At once: each call of the system takes its time.
  out.write(lines.join(""));
}

/** Counting columns takes tables of its own, which most answers do without. */
async function widthOf(
  cells: readonly Cell[],
): Promise<(text: string) => number> {
  if (cells.every(({ text }) => NARROW.test(text))) {
    return (text) => text.length;
  }
  const { unicodeWidth } = await import("@std/cli/unicode-width");
  return unicodeWidth;
}
