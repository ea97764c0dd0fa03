/**
 * Writes lines in groups, each group in one piece.
 *
 * @module
 */

/** What bytes are written to. */
export interface ByteSink {
  write(bytes: Uint8Array): Promise<number>;
}

/** The output takes no more: the disk is full, or nobody reads. */
export class WriteFailure extends Error {
  static {
    this.prototype.name = "WriteFailure";
  }
  /** Whether nobody reads any more, as after `| head -1`. */
  readonly isClosed: boolean;

  /**
   * Makes the error.
   *
   * @param cause What the write threw.
   */
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.isClosed = cause instanceof Deno.errors.BrokenPipe;
  }
}

/** How long a line may wait for others to be written with it. */
const GROUP_MS = 20;

/** How much may wait before whoever adds more has to wait, too. */
const MAX_WAITING = 1024 * 1024;

/**
 * Writes whole lines, many with one write: that costs far less than one write
 * each, and a process that is killed leaves one torn line at most.
 */
export class LineSink {
  readonly #to: ByteSink;
  readonly #encoder = new TextEncoder();
  #waiting: string[] = [];
  #waitingChars = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> | undefined;
  #failure: { readonly reason: unknown } | undefined;

  /**
   * Begins with nothing written.
   *
   * @param to What to write to.
   */
  constructor(to: ByteSink) {
    this.#to = to;
  }

  /**
   * Adds a line.
   *
   * @param line The line, without its line break.
   * @returns What to wait for before the next, if there is anything.
   * @throws What the writing of an earlier line threw.
   */
  add(line: string): Promise<void> | undefined {
    this.#throwIfFailed();
    this.#waiting.push(line);
    this.#waitingChars += line.length;
    if (this.#waitingChars >= MAX_WAITING) return this.flush();
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#begin();
    }, GROUP_MS);
    return undefined;
  }

  /**
   * Writes all that was added.
   *
   * @returns A promise that resolves when it is written.
   * @throws What the writing threw.
   */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#begin();
    this.#throwIfFailed();
  }

  #begin(): Promise<void> {
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = undefined;
    });
    return this.#writing;
  }

  async #writeAll(): Promise<void> {
    try {
      while (this.#waiting.length > 0 && this.#failure === undefined) {
        const text = this.#waiting.join("\n");
        this.#waiting = [];
        this.#waitingChars = 0;
        await writeWhole(this.#to, this.#encoder.encode(`${text}\n`));
      }
    } catch (reason) {
      this.#failure = { reason: new WriteFailure(reason) };
    }
  }

  #throwIfFailed(): void {
    if (this.#failure !== undefined) throw this.#failure.reason;
  }
}

async function writeWhole(to: ByteSink, bytes: Uint8Array): Promise<void> {
  for (let rest = bytes; rest.length > 0;) {
    rest = rest.subarray(await to.write(rest));
  }
}
