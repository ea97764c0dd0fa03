/**
 * From bytes to lines, and from the bytes of a line to its text.
 *
 * @module
 */

import type { KugouInputError } from "../../../mod.ts";
import { lineProblem } from "./request_fields.ts";

const LF = 10;
const CR = 13;

const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** What is left to the way that looks at each line: NUL, byte order marks. */
const SPECIAL = /[\0\ufeff]/;

/** Splits bytes into lines and reads them as text, many with one look. */
export class TextLines {
  readonly #splitter = new LineSplitter();

  /**
   * Takes more bytes.
   *
   * @param chunk The bytes.
   * @returns The lines that end in them.
   */
  *push(chunk: Uint8Array): Generator<TextLine> {
    const first = chunk.indexOf(LF) + 1;
    const last = chunk.lastIndexOf(LF) + 1;
    // Within a chunk that is no longer than a line may be, none is too long.
    const text = chunk.length > MAX_LINE_BYTES
      ? null
      : decode(chunk.subarray(first, last));
    if (text === null) return yield* this.#oneByOne(chunk);
    yield* this.#oneByOne(chunk.subarray(0, first));
    for (let at = 0; at < text.length;) {
      const end = text.indexOf("\n", at);
      const isCrLf = text.charCodeAt(end - 1) === 13 && end > at;
      const number = this.#splitter.pass();
      yield { number, text: text.slice(at, isCrLf ? end - 1 : end) };
      at = end + 1;
    }
    yield* this.#oneByOne(chunk.subarray(last));
  }

  /**
   * Ends the input.
   *
   * @returns The last line, if it had no line break.
   */
  *end(): Generator<TextLine> {
    for (const line of this.#splitter.end()) yield readText(line);
  }

  *#oneByOne(bytes: Uint8Array): Generator<TextLine> {
    for (const line of this.#splitter.push(bytes)) yield readText(line);
  }
}

function decode(bytes: Uint8Array): string | null {
  try {
    const text = UTF8.decode(bytes);
    return SPECIAL.test(text) ? null : text;
  } catch {
    return null;
  }
}

/** The longest line that is read, in bytes: 1 MiB. */
export const MAX_LINE_BYTES = 1024 * 1024;

/** A line as it came, without its line break. */
export interface RawLine {
  /** Its number in the input, from 1. */
  readonly number: number;
  /** Its bytes, or `null` where they are more than a line may have. */
  readonly bytes: Uint8Array | null;
}

/**
 * Splits bytes into lines that end in LF or CRLF. Of a line that is too long it
 * holds nothing.
 */
export class LineSplitter {
  readonly #maxBytes: number;
  #number = 0;
  #held: Uint8Array[] = [];
  #heldBytes = 0;
  #isTooLong = false;

  /**
   * Makes a splitter for one input.
   *
   * @param maxBytes The longest line.
   */
  constructor(maxBytes: number = MAX_LINE_BYTES) {
    this.#maxBytes = maxBytes;
  }

  /**
   * Takes more bytes; they are held until their lines were read.
   *
   * @param chunk The bytes.
   * @returns The lines that end in them.
   */
  *push(chunk: Uint8Array): Generator<RawLine> {
    let start = 0;
    for (;;) {
      const end = chunk.indexOf(LF, start);
      if (end < 0) break;
      yield this.#finish(chunk.subarray(start, end));
      start = end + 1;
    }
    if (start < chunk.length) this.#hold(chunk.subarray(start));
  }

  /**
   * Ends the input.
   *
   * @returns The last line, if it had no line break.
   */
  *end(): Generator<RawLine> {
    if (this.#heldBytes > 0 || this.#isTooLong) {
      yield this.#finish(new Uint8Array());
    }
  }

  /**
   * Passes over a line that somebody else has read; only between two lines.
   *
   * @returns Its number.
   */
  pass(): number {
    return ++this.#number;
  }

  #hold(part: Uint8Array): void {
    this.#heldBytes += part.length;
    // One byte more, for the CR of a CRLF.
    if (this.#heldBytes > this.#maxBytes + 1) this.#isTooLong = true;
    if (this.#isTooLong) this.#held = [];
    else this.#held.push(part);
  }

  #finish(tail: Uint8Array): RawLine {
    const number = ++this.#number;
    let bytes: Uint8Array | null = tail;
    if (this.#heldBytes > 0) {
      this.#hold(tail);
      bytes = this.#isTooLong ? null : concat(this.#held);
    }
    this.#held = [];
    this.#heldBytes = 0;
    this.#isTooLong = false;
    if (bytes?.at(-1) === CR) bytes = bytes.subarray(0, -1);
    const isShort = bytes !== null && bytes.length <= this.#maxBytes;
    return { number, bytes: isShort ? bytes : null };
  }
}

/**
 * Joins pieces of bytes.
 *
 * @param parts The pieces.
 * @returns All of them in one; a single one as it is.
 */
export function concat(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0]!;
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

/** A line of the input that can be read, or the reason why not. */
export type TextLine =
  | { readonly number: number; readonly text: string }
  | { readonly number: number; readonly problem: KugouInputError };

// It drops a byte order mark, as a file from Excel has one at its beginning.
const UTF8_UNMARKED = new TextDecoder("utf-8", { fatal: true });

/**
 * Reads a line as text.
 *
 * @param line The line.
 * @returns Its text, or what is wrong with it.
 */
export function readText({ number, bytes }: RawLine): TextLine {
  if (bytes === null) return { number, problem: tooLong() };
  try {
    const text = UTF8_UNMARKED.decode(bytes);
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
