/** The input: a file or a pipe, as lines of text in whichever encoding. */

import type { KugouInputError } from "../../mod.ts";
import { lineProblem } from "./fields.ts";
import { LineSplitter } from "../text/lines.ts";

/** A line without its line break, or why it cannot be read. */
export type TextLine =
  & { readonly number: number }
  & ({ readonly text: string } | { readonly problem: KugouInputError });

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030";

/** The longest line, in characters: 1 Mi. */
const MAX_LINE = 1024 * 1024;

export class Input implements AsyncDisposable {
  readonly name: string;
  /** How many bytes it has, or `null` where that is not known. */
  readonly size: number | null;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #held: Uint8Array[] = [];
  #position = 0;

  constructor(
    stream: ReadableStream<Uint8Array>,
    name: string = "-",
    size: number | null = null,
  ) {
    this.#reader = stream.getReader();
    this.name = name;
    this.size = size;
  }

  /** Opens a file; what the system says against it is thrown as it is. */
  static async open(path: string): Promise<Input> {
    const file = await Deno.open(path);
    const { isDirectory, isFile, size } = await file.stat();
    if (isDirectory) {
      file.close();
      throw Object.assign(new Error(path), { code: "EISDIR" });
    }
    // What is written for this batch must not be its input; shards share one.
    await file.tryLock(false).catch(() => {});
    const name = path.replace(/^.*[/\\]/, "");
    return new Input(file.readable, name, isFile ? size : null);
  }

  /** How many bytes the lines took that were handed out, nearly. */
  get position(): number {
    return this.#position;
  }

  /** Looks at the beginning, as far as its first character that is not blank. */
  async peek(): Promise<{ encoding: Encoding; beginning: string }> {
    for (;;) {
      const bytes = new Uint8Array(
        await new Blob(this.#held as BlobPart[]).arrayBuffer(),
      );
      const encoding = encodingOf(bytes);
      const beginning = new TextDecoder(encoding).decode(bytes, {
        stream: true,
      });
      if (beginning.trim() !== "") return { encoding, beginning };
      const { done, value } = await this.#reader.read();
      if (done) return { encoding, beginning };
      this.#held.push(value);
    }
  }

  /** Reads the lines; where it is told to stop, the input ends. */
  async *lines(
    encoding: Encoding,
    stop: AbortSignal,
    max: number = MAX_LINE,
  ): AsyncGenerator<TextLine> {
    const decoder = new TextDecoder(encoding);
    let splitter: LineSplitter | undefined;
    let number = 0;
    for await (const chunk of this.#chunks(stop)) {
      const decoded = decoder.decode(chunk, { stream: true });
      splitter ??= new LineSplitter(max, lineEndOf(decoded));
      const lines = splitter.push(decoded);
      for (const text of lines) {
        this.#position += chunk.length / lines.length;
        yield toLine(++number, text, max);
      }
    }
    if (stop.aborted || splitter === undefined) return;
    const last = splitter.end(decoder.decode());
    if (last !== "") yield toLine(++number, last, max);
  }

  async *#chunks(stop: AbortSignal): AsyncGenerator<Uint8Array> {
    yield* this.#held;
    // This ends a read that waits, too.
    const close = () => void this[Symbol.asyncDispose]();
    stop.addEventListener("abort", close, { once: true });
    while (!stop.aborted) {
      const next = await this.#reader.read();
      if (next.done) return;
      yield next.value;
    }
  }

  /** Closes the input, even in the middle. */
  async [Symbol.asyncDispose](): Promise<void> {
    // An input that failed has said so where it was read.
    await this.#reader.cancel().catch(() => {});
  }
}

/** What is not UTF-8 and has no byte order mark was mostly written by Excel. */
function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  // Without a byte order mark: two letters of ASCII, each with its zero.
  if (first && second === 0 && third && fourth === 0) return "utf-16le";
  if (first === 0 && second && third === 0 && fourth) return "utf-16be";
  for (const encoding of ["utf-8", "gb18030"] as const) {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes, {
        stream: true,
      });
      return encoding;
    } catch {
      // It is the next, or none: then each line says so.
    }
  }
  return "utf-8";
}

/** Only a text without any LF has lines that end in CR. */
function lineEndOf(beginning: string): "\n" | "\r" {
  return /^[^\n]*\r[^\n]+$/.test(beginning) ? "\r" : "\n";
}

function toLine(number: number, text: string | null, max: number): TextLine {
  if (text === null) {
    return { number, problem: lineProblem((words) => words.tooLong(max)) };
  }
  if (text.includes("\0")) {
    return { number, problem: lineProblem(({ nul }) => nul) };
  }
  if (text.includes("\ufffd")) {
    return { number, problem: lineProblem(({ notUtf8 }) => notUtf8) };
  }
  return { number, text };
}
