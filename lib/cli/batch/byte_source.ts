/**
 * The input as bytes: looked at before it is read, counted, and stopped.
 *
 * @module
 */

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

function concat(parts: readonly Uint8Array[]): Uint8Array {
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
