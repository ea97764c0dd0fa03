/**
 * The input: a file or a pipe, as bytes, and its format.
 *
 * @module
 */

import { concat } from "./lines.ts";
import {
  type Fingerprint,
  fingerprintBytes,
  fingerprintFile,
} from "./belonging.ts";
import { Refusal } from "./request_fields.ts";

/** An input that was opened. */
export interface Input extends AsyncDisposable {
  /** Its name, for people. */
  readonly name: string;
  /** How many bytes it has, or `null` where that is not known. */
  readonly size: number | null;
  /** Its bytes. */
  readonly source: ByteSource;
  /** Takes its fingerprint, of so many bytes if that is said. */
  readonly fingerprint: (bytes?: number) => Promise<Fingerprint>;
}

/**
 * Opens a file as the input.
 *
 * @param path The file.
 * @returns The input.
 */
export async function openFile(path: string): Promise<Input> {
  const file = await Deno.open(path);
  const { isFile, size } = await file.stat();
  const input = openStream(file.readable, path.replace(/^.*[/\\]/, ""));
  // A pipe that has a name can be read only once, as any other.
  if (!isFile) return input;
  return {
    ...input,
    size,
    fingerprint: (bytes) => fingerprintFile(path, bytes ?? size),
  };
}

/**
 * Takes a stream as the input.
 *
 * @param stream The bytes.
 * @param name What to call it.
 * @returns The input.
 */
export function openStream(
  stream: ReadableStream<Uint8Array>,
  name: string = "-",
): Input {
  const source = new ByteSource(stream);
  return {
    name,
    size: null,
    source,
    fingerprint: async (bytes) => {
      const isEnough = (seen: Uint8Array) => seen.length >= (bytes ?? 1);
      const seen = await source.peek(isEnough);
      return fingerprintBytes(seen.subarray(0, bytes));
    },
    [Symbol.asyncDispose]: () => source[Symbol.asyncDispose](),
  };
}

/**
 * Tells the format of an input.
 *
 * @param input The input.
 * @param asked What was asked for, if anything.
 * @returns What was asked for, or what the name tells, or what the bytes tell.
 * @throws {Refusal} If the input is UTF-16.
 */
export async function formatOf(
  input: Input,
  asked: Format | null,
): Promise<Format> {
  const bytes = await input.source.peek(canTellFormat);
  refuseUtf16(bytes);
  return asked ?? formatOfName(input.name) ?? formatOfBytes(bytes);
}

/** A stream of bytes whose beginning can be looked at first. */
export class ByteSource implements AsyncDisposable {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #held: Uint8Array[] = [];
  #isAtEnd = false;
  #bytesRead = 0;

  /**
   * Begins with nothing read.
   *
   * @param stream The bytes.
   */
  constructor(stream: ReadableStream<Uint8Array>) {
    this.#reader = stream.getReader();
  }

  /** How many bytes were handed out. */
  get bytesRead(): number {
    return this.#bytesRead;
  }

  /**
   * Looks at the beginning; {@linkcode chunks} gives it again.
   *
   * @param isEnough Says whether so many bytes are enough to look at.
   * @returns The bytes: enough of them, or all that there are.
   */
  async peek(isEnough: (bytes: Uint8Array) => boolean): Promise<Uint8Array> {
    let bytes = concat(this.#held);
    while (!isEnough(bytes)) {
      const chunk = await this.#pull();
      if (chunk === null) break;
      this.#held.push(chunk);
      bytes = concat([bytes, chunk]);
    }
    return bytes;
  }

  /**
   * Reads all that was not read yet.
   *
   * @param stop Ends it early, as if the input ended there.
   * @returns The bytes, piece by piece.
   */
  async *chunks(stop: AbortSignal): AsyncGenerator<Uint8Array> {
    let wake = () => {};
    const onAbort = () => wake();
    stop.addEventListener("abort", onAbort, { once: true });
    try {
      while (!stop.aborted) {
        const chunk = this.#held.shift() ??
          await new Promise<Uint8Array | null>((resolve, reject) => {
            wake = () => resolve(null);
            this.#pull().then(resolve, reject);
          });
        if (chunk === null) return;
        this.#bytesRead += chunk.length;
        yield chunk;
      }
    } finally {
      stop.removeEventListener("abort", onAbort);
    }
  }

  /** Closes the input, even in the middle. */
  async [Symbol.asyncDispose](): Promise<void> {
    // An input that failed has said so where it was read.
    await this.#reader.cancel().catch(() => {});
  }

  async #pull(): Promise<Uint8Array | null> {
    if (this.#isAtEnd) return null;
    const { done, value } = await this.#reader.read();
    this.#isAtEnd = done;
    return done ? null : value;
  }
}

/** The formats that an input may have. */
export type Format = "ndjson" | "csv";

/** The endings of file names that tell. */
const BY_ENDING: Readonly<Record<string, Format>> = {
  csv: "csv",
  jsonl: "ndjson",
  ndjson: "ndjson",
};

/**
 * Tells the format by the name of a file.
 *
 * @param name The name.
 * @returns The format, or `null` if the name does not tell.
 */
export function formatOfName(name: string): Format | null {
  const ending = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  return Object.hasOwn(BY_ENDING, ending) ? BY_ENDING[ending]! : null;
}

/**
 * Says whether there are enough bytes to tell the format by.
 *
 * @param bytes The beginning of the input.
 * @returns Whether a byte is there that is neither blank nor a byte order mark.
 */
export function canTellFormat(bytes: Uint8Array): boolean {
  return firstByte(bytes) !== undefined;
}

/**
 * Tells the format by the first byte that is not blank.
 *
 * @param bytes The beginning of the input.
 * @returns NDJSON where it begins an object, otherwise CSV.
 * @throws {Refusal} If the input is UTF-16.
 */
export function formatOfBytes(bytes: Uint8Array): Format {
  refuseUtf16(bytes);
  return firstByte(bytes) === "{".charCodeAt(0) ? "ndjson" : "csv";
}

/**
 * Refuses UTF-16 at once, rather than every line of it.
 *
 * @param bytes The beginning of the input.
 * @throws {Refusal} If the input is UTF-16.
 */
export function refuseUtf16([first, second]: Uint8Array): void {
  const mark = (first ?? 0) << 8 | (second ?? 0);
  if (mark !== 0xfffe && mark !== 0xfeff) return;
  throw new Refusal(null, {
    en: { reason: "it is UTF-16", expected: "UTF-8" },
    zh: { reason: "编码为 UTF-16", expected: "UTF-8 编码" },
  });
}

const BLANK = new Set([0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf]);

function firstByte(bytes: Uint8Array): number | undefined {
  return bytes.find((byte) => !BLANK.has(byte));
}
