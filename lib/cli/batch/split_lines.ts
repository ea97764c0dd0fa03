/**
 * From bytes to lines.
 *
 * @module
 */

/** The longest line that is read, in bytes: 1 MiB. */
export const MAX_LINE_BYTES = 1024 * 1024;

/** A line as it came, without its line break. */
export interface RawLine {
  /** Its number in the input, from 1. */
  readonly number: number;
  /** Its bytes, or `null` where they are more than a line may have. */
  readonly bytes: Uint8Array | null;
}

const LF = 10;
const CR = 13;

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
      bytes = this.#isTooLong ? null : join(this.#held, this.#heldBytes);
    }
    this.#held = [];
    this.#heldBytes = 0;
    this.#isTooLong = false;
    if (bytes?.at(-1) === CR) bytes = bytes.subarray(0, -1);
    const isShort = bytes !== null && bytes.length <= this.#maxBytes;
    return { number, bytes: isShort ? bytes : null };
  }
}

function join(parts: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}
