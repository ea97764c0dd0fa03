/** The two streams that the command line writes to, and columns on them. */

import { unicodeWidth } from "@std/cli/unicode-width";
import { firstPiece } from "../text/pieces.ts";
import { fileError } from "./files.ts";

/** Numbers of the terminal's own colors, which its user has chosen. */
const STYLES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 };

/** How a text can be set off on a terminal. */
export type Style = keyof typeof STYLES;

/** What is needed of `Deno.stdout`. */
export interface Stream {
  writeSync(bytes: Uint8Array): number;
  isTerminal(): boolean;
}

/** What a stream is, and how texts look on it. */
export interface Look {
  readonly name: "stdout" | "stderr" | "--out";
  /** The file that it is, if it is one. */
  readonly path?: string;
  /** Whether a person may be looking. */
  readonly isTerminal: boolean;
  readonly hasColors: boolean;
  /** Whether a line can be erased and written again. */
  readonly canRedraw: boolean;
  /** Takes secrets out of a text. */
  readonly mask: (text: string) => string;
}

/** One stream. All that it writes goes through the mask. */
export class Output {
  readonly #stream: Stream;
  readonly #look: Look;
  #isClosed = false;

  constructor(stream: Stream, look: Look) {
    this.#stream = stream;
    this.#look = look;
  }

  get isTerminal(): boolean {
    return this.#look.isTerminal;
  }

  get canRedraw(): boolean {
    return this.#look.canRedraw;
  }

  /** Whether the other end has closed, as after `| head -1`. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Sets a text off, where that can be seen. */
  paint(style: Style | undefined, text: string): string {
    if (style === undefined || text === "" || !this.#look.hasColors) {
      return text;
    }
    return `\x1b[${STYLES[style]}m${text}\x1b[0m`;
  }

  line(text: string = ""): void {
    this.write(`${text}\n`);
  }

  write(text: string): void {
    let bytes = new TextEncoder().encode(this.#look.mask(text));
    while (bytes.length > 0 && !this.#isClosed) {
      bytes = bytes.subarray(this.#writeSome(firstPiece(bytes)));
    }
  }

  #writeSome(bytes: Uint8Array): number {
    try {
      return this.#stream.writeSync(bytes);
    } catch (error) {
      if (error instanceof Deno.errors.WouldBlock) return pause();
      this.#isClosed = true;
      // A reader that has seen enough is no failure.
      if (error instanceof Deno.errors.BrokenPipe) return 0;
      const { name, path = name } = this.#look;
      throw fileError({ field: name, path, access: ["write"] }, error) ?? error;
    }
  }
}

/** Waits for a full pipe that does not wait by itself. */
function pause(): 0 {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
  return 0;
}

/** A text that is safe on a terminal, and how it is set off. */
export interface Cell {
  readonly text: string;
  readonly style?: Style;
}

/** The cells of one line; `null` for an empty line. */
export type Row = readonly Cell[] | null;

export function cell(text: string, style?: Style): Cell {
  return style === undefined ? { text } : { text, style };
}

/**
 * Writes rows whose columns are aligned, each as wide as its widest cell. The
 * last cell of a row may be as long as it likes.
 */
export function writeRows(
  out: Output,
  rows: readonly Row[],
  indent: string = "",
): void {
  const widths: number[] = [];
  for (const row of rows) {
    row?.slice(0, -1).forEach(({ text }, column) => {
      widths[column] = Math.max(widths[column] ?? 0, unicodeWidth(text));
    });
  }
  for (const row of rows) {
    const cells = row?.map(({ text, style }, column) => {
      const isLast = column === row.length - 1;
      const space = isLast ? 0 : (widths[column] ?? 0) - unicodeWidth(text);
      return out.paint(style, text) + " ".repeat(space);
    });
    out.line(cells && (indent + cells.join("  ")).trimEnd());
  }
}
