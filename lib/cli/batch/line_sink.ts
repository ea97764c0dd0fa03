/**
 * Writes lines in groups, each group in one piece.
 *
 * @module
 */

import { type Limit, startLimit, stopLimit } from "../../client/alarm.ts";

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

/** A line without its line break, or what makes it. */
export type LateLine = string | (() => string);

/** How long a line may wait for others to be written with it. */
const GROUP_MS = 100;

/**
 * How many lines are made at a time. One line between two answers from the
 * network takes three times as long to make as one of many in a row.
 */
const GROUP_LINES = 64;

/** How much may wait before whoever adds more has to wait, too. */
const MAX_WAITING_BYTES = 1024 * 1024;

/**
 * Writes whole lines, many with one write: that costs far less than one write
 * each, and a process that is killed leaves one torn line at most.
 */
export class LineSink {
  readonly #to: ByteSink;
  readonly #group: LateLine[] = [];
  #waiting = new LineBuffer();
  #spare = new LineBuffer();
  #delay: Limit | undefined;
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
   * @param line The line, or what makes it a little later.
   * @returns What to wait for before the next, if there is anything.
   * @throws What the making or writing of an earlier line threw.
   */
  add(line: LateLine): Promise<void> | undefined {
    this.#throwIfFailed();
    this.#group.push(line);
    if (this.#group.length >= GROUP_LINES) {
      this.#makeLines();
      if (this.#waiting.length >= MAX_WAITING_BYTES) return this.flush();
    }
    if (this.#delay === undefined) this.#beginLater();
    return undefined;
  }

  /** By the timer of the client: the first of one's own takes 5 ms to load. */
  #beginLater(): void {
    const now = performance.now();
    const onEnd = () => {
      this.#delay = undefined;
      this.#begin();
    };
    this.#delay = { endsAt: now + GROUP_MS, onEnd };
    startLimit(this.#delay, now);
  }

  /**
   * Writes all that was added.
   *
   * @returns A promise that resolves when it is written.
   * @throws What the making or writing threw.
   */
  async flush(): Promise<void> {
    if (this.#delay !== undefined) stopLimit(this.#delay);
    this.#delay = undefined;
    do {
      await this.#begin();
      this.#throwIfFailed();
      // What was added while the last write ended is still there.
    } while (this.#group.length > 0 || this.#waiting.length > 0);
  }

  #makeLines(): void {
    for (const line of this.#group.splice(0)) {
      this.#waiting.add(typeof line === "string" ? line : line());
    }
  }

  #begin(): Promise<void> {
    this.#writing ??= this.#writeAll().catch((reason) => {
      this.#failure = { reason };
    }).finally(() => {
      this.#writing = undefined;
    });
    return this.#writing;
  }

  async #writeAll(): Promise<void> {
    for (;;) {
      this.#makeLines();
      if (this.#waiting.length === 0) return;
      const full = this.#waiting;
      this.#waiting = this.#spare;
      await writeWhole(this.#to, full.bytes);
      full.clear();
      this.#spare = full;
    }
  }

  #throwIfFailed(): void {
    if (this.#failure !== undefined) throw this.#failure.reason;
  }
}

async function writeWhole(to: ByteSink, bytes: Uint8Array): Promise<void> {
  try {
    for (let rest = bytes; rest.length > 0;) {
      rest = rest.subarray(await to.write(rest));
    }
  } catch (reason) {
    throw new WriteFailure(reason);
  }
}

const ENCODER = new TextEncoder();

const LF = 10;

/** Enough for the lines of a group, mostly; room for one long line is let go. */
const USUAL_BYTES = 256 * 1024;

/** Lines as bytes, in memory that is used again. */
class LineBuffer {
  #memory = new Uint8Array(USUAL_BYTES);
  #length = 0;

  /** How many bytes there are. */
  get length(): number {
    return this.#length;
  }

  /** The bytes, until something is added or all is cleared. */
  get bytes(): Uint8Array {
    return this.#memory.subarray(0, this.#length);
  }

  add(line: string): void {
    // A character takes three bytes at most for each of its units in UTF-16.
    this.#makeRoom(line.length * 3 + 1);
    const room = this.#memory.subarray(this.#length);
    this.#length += ENCODER.encodeInto(line, room).written;
    this.#memory[this.#length++] = LF;
  }

  clear(): void {
    this.#length = 0;
    if (this.#memory.length > 4 * MAX_WAITING_BYTES) {
      this.#memory = new Uint8Array(USUAL_BYTES);
    }
  }

  #makeRoom(bytes: number): void {
    const needed = this.#length + bytes;
    if (needed <= this.#memory.length) return;
    const larger = new Uint8Array(Math.max(needed, 2 * this.#memory.length));
    larger.set(this.bytes);
    this.#memory = larger;
  }
}
