/**
 * From bytes to lines of text.
 *
 * @module
 */

import { readText, type TextLine } from "./line_text.ts";
import { LineSplitter, MAX_LINE_BYTES } from "./split_lines.ts";

const LF = 10;

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
