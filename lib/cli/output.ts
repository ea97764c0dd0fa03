/**
 * The two streams that the command line writes to, and what makes a text fit
 * for them: masked, safe on a terminal, in columns.
 *
 * @module
 */

import { redact } from "../client/redact.ts";
import { grantedEnv } from "./permission.ts";

/** How a text can be set off on a terminal. */
export type Style = keyof typeof STYLES;

/** Numbers of the terminal's own colors, which its user has chosen. */
const STYLES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 };

/** What the rest of the program needs of a stream. */
export interface Stream {
  /** Writes some of the bytes, and says how many. */
  writeSync(bytes: Uint8Array): number;
  /** Whether a person may be looking. */
  isTerminal(): boolean;
}

const encoder = new TextEncoder();

/** Secrets that neither stream may show. */
const secrets: string[] = [];

/** Below this, hiding it would hide half of all words, and protect nothing. */
const SHORTEST_SECRET = 4;

/**
 * Remembers a secret: from now on it is masked wherever it is written.
 *
 * @param secret The secret.
 */
export function hide(secret: string): void {
  if (secret.length >= SHORTEST_SECRET) secrets.push(secret);
}

/** One stream. All that it writes goes through the mask. */
export class Output {
  readonly #stream: Stream;
  #isTerminal: boolean | null = null;
  #hasColors: boolean | null = null;
  #isClosed = false;
  #held: string[] | null = null;

  /**
   * Opens a stream.
   *
   * @param stream Where to write.
   */
  constructor(stream: Stream) {
    this.#stream = stream;
  }

  /** Whether a person may be looking. */
  get isTerminal(): boolean {
    return this.#isTerminal ??= this.#stream.isTerminal();
  }

  /** Whether nobody reads any more, as after `| head -1`. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /**
   * Sets a text off, where that can be seen.
   *
   * @param style How.
   * @param text The text.
   * @returns The text, with escape codes around it or not.
   */
  paint(style: Style | undefined, text: string): string {
    if (style === undefined || text === "") return text;
    this.#hasColors ??= hasColors(this.isTerminal);
    if (!this.#hasColors) return text;
    return `\x1b[${STYLES[style]}m${text}\x1b[0m`;
  }

  /**
   * Writes a text and a line break, with every secret masked.
   *
   * @param text The text.
   */
  line(text: string = ""): void {
    this.write(`${text}\n`);
  }

  /**
   * Writes a text, with every secret masked.
   *
   * @param text The text.
   */
  write(text: string): void {
    if (this.#held !== null) {
      this.#held.push(text);
      return;
    }
    const bytes = encoder.encode(redact(text, secrets));
    for (let sent = 0; sent < bytes.length && !this.#isClosed;) {
      sent += this.#writeSome(bytes.subarray(sent));
    }
  }

  /**
   * Writes all at once what is written meanwhile: each call of the system takes
   * its time.
   *
   * @param work What writes; nothing of it is shown before it has ended.
   */
  async together(work: () => Promise<void>): Promise<void> {
    const held: string[] = this.#held = [];
    try {
      await work();
    } finally {
      this.#held = null;
      this.write(held.join(""));
    }
  }

  #writeSome(bytes: Uint8Array): number {
    try {
      return this.#stream.writeSync(bytes);
    } catch (error) {
      if (error instanceof Deno.errors.WouldBlock) return pause();
      // Whoever reads has seen enough; that is no failure.
      if (!(error instanceof Deno.errors.BrokenPipe)) throw error;
      this.#isClosed = true;
      return 0;
    }
  }
}

/** `FORCE_COLOR` goes before `NO_COLOR`, as it does in Deno itself. */
function hasColors(isTerminal: boolean): boolean {
  const force = grantedEnv("FORCE_COLOR");
  if (force) return force !== "0" && force !== "false";
  return isTerminal && !Deno.noColor;
}

/** Waits for a pipe that somebody has set to non-blocking and that is full. */
function pause(): 0 {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
  return 0;
}

/**
 * Control characters, which move the cursor or ring the bell; invisible ones,
 * which reverse what is read; and halves of characters. The joiners U+200C and
 * U+200D stay: emoji and scripts are made with them.
 */
const UNSAFE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/gu;

/**
 * All of that, and some more: most texts, Chinese too, have none of it, and this
 * is known sooner. The tables of Unicode alone take half a millisecond to load.
 */
const MAY_BE_UNSAFE =
  // deno-lint-ignore no-control-regex -- they are what is looked for
  /[\0-\x1f\x7f-\x9f\xad\u0600-\u061c\u06dd\u070f\u0890-\u08e2\u180e\u200b-\u206f\ud800-\udfff\ufeff-\uffff]/;

/**
 * Shows what cannot be seen, such as `\u{1b}` for an escape character.
 *
 * @param text Any text.
 * @returns The text, safe on a terminal, on one line.
 */
export function escapeText(text: string): string {
  if (!MAY_BE_UNSAFE.test(text)) return text;
  return text.replace(UNSAFE, (char) => {
    if (char === "\n") return "\\n";
    if (char === "\r") return "\\r";
    if (char === "\t") return "\\t";
    return `\\u{${char.codePointAt(0)!.toString(16)}}`;
  });
}

/**
 * Writes a value as JSON that is safe on a terminal too, and means the same.
 *
 * @param value Any JSON value.
 * @param isPretty Whether a person may be looking.
 * @returns The JSON text.
 */
export function escapeJson(value: unknown, isPretty: boolean): string {
  const json = JSON.stringify(value, null, isPretty ? 2 : undefined);
  if (!MAY_BE_UNSAFE.test(json)) return json;
  return json.replace(UNSAFE, (char) => {
    // Between the values, where JSON itself breaks its lines.
    if (char === "\n") return char;
    return Array.from(char.split(""), escapeUnit).join("");
  });
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

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
