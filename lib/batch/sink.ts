import { firstPiece } from "../text/pieces.ts";

/** What bytes are written to. */
export interface ByteSink {
  write(bytes: Uint8Array): Promise<number>;
}

/** How long a line may wait for others to be written with it. */
const GROUP_MS = 100;

/** How much may wait before whoever adds more has to wait, too. */
const GROUP_LENGTH = 64 * 1024;

/** Writes whole lines, many at a time: a kill leaves one torn line at most. */
export class Sink {
  readonly #to: ByteSink;
  readonly #pieceBytes: number;
  #text = "";
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing = Promise.resolve();
  #failure: { readonly error: unknown } | null = null;

  /** Writes no more than some bytes at a time, where they have line breaks. */
  constructor(to: ByteSink, pieceBytes: number = Infinity) {
    this.#to = to;
    this.#pieceBytes = pieceBytes;
  }

  /** Adds a line; what an earlier write threw is thrown here. */
  async add(line: string): Promise<void> {
    this.#text += `${line}\n`;
    if (this.#failure !== null || this.#text.length >= GROUP_LENGTH) {
      return await this.flush();
    }
    this.#timer ??= setTimeout(() => this.flush().catch(() => {}), GROUP_MS);
  }

  /** Writes all that was added. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const bytes = new TextEncoder().encode(this.#text);
    this.#text = "";
    this.#writing = this.#writing.then(() => this.#write(bytes));
    await this.#writing;
    if (this.#failure !== null) throw this.#failure.error;
  }

  async #write(bytes: Uint8Array): Promise<void> {
    try {
      for (let rest = bytes; rest.length > 0 && this.#failure === null;) {
        rest = rest.subarray(
          await this.#writeSome(
            firstPiece(rest, this.#pieceBytes),
          ),
        );
      }
    } catch (error) {
      this.#failure = { error };
    }
  }

  async #writeSome(bytes: Uint8Array): Promise<number> {
    try {
      return await this.#to.write(bytes);
    } catch (error) {
      // A full pipe that does not wait by itself.
      if (!(error instanceof Deno.errors.WouldBlock)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 5));
      return 0;
    }
  }
}
