/**
 * The output file: begun, or gone on with, and written in whole lines.
 *
 * @module
 */

import { formatHeader, type Header } from "./belonging.ts";
import { Refusal } from "./request_fields.ts";
import { type OutputScan, scanOutput } from "./scan_output.ts";

/** Begins an output file, which must be new or empty. */
export async function beginOutput(
  path: string,
  header: Header,
): Promise<Deno.FsFile> {
  const file = await openLocked(path, { append: true, create: true });
  try {
    // Its stat() would need the permission to read. A pipe has no end to seek.
    const size = await file.seek(0, Deno.SeekMode.End).catch(() => 0);
    if (size > 0) refuseFull(path, size);
    await writeHeader(file, header);
    return file;
  } catch (error) {
    file.close();
    throw error;
  }
}

/**
 * Goes on with an output file: cuts a torn last line off, and tells what stands
 * in it. One that is missing or empty is begun.
 *
 * @param path The file.
 * @param headerFor Makes the header for this run; given the header that stands
 * in the file, it refuses one that belongs to another input.
 * @returns The file, and what stands in it.
 */
export async function resumeOutput(
  path: string,
  headerFor: (found: Header | null) => Promise<Header>,
): Promise<{ file: Deno.FsFile; scan: OutputScan }> {
  const file = await openLocked(path, {
    read: true,
    append: true,
    create: true,
  });
  try {
    const scan = await scanOutput(chunksOf(file), path);
    const header = await headerFor(scan.header);
    await file.truncate(scan.bytes);
    if (scan.header === null) await writeHeader(file, header);
    return { file, scan };
  } catch (error) {
    file.close();
    throw error;
  }
}

/**
 * Reads a file from where it stands, and leaves it open.
 *
 * @param file The file.
 * @returns Its bytes, piece by piece.
 */
export async function* chunksOf(
  file: Deno.FsFile,
): AsyncGenerator<Uint8Array> {
  for (;;) {
    const buffer = new Uint8Array(256 * 1024);
    const count = await file.read(buffer);
    if (count === null) return;
    yield buffer.subarray(0, count);
  }
}

/**
 * Writes the first line of an output.
 *
 * @param file The file.
 * @param header What to write.
 */
export async function writeHeader(
  file: Deno.FsFile,
  header: Header,
): Promise<void> {
  const bytes = new TextEncoder().encode(`${formatHeader(header)}\n`);
  await file.write(bytes);
}

/** Two processes that write to one output would do the same lines twice. */
export async function openLocked(
  path: string,
  options: Deno.OpenOptions,
): Promise<Deno.FsFile> {
  const file = await Deno.open(path, options);
  // Some file systems know no locks: nothing is known then, and nothing lost.
  const isFree = await file.tryLock(true).catch(() => true);
  if (isFree) return file;
  file.close();
  throw new Refusal(path, {
    en: {
      reason: "another process is writing to it",
      expected: "a file of its own for each process",
    },
    zh: { reason: "另一进程正在写入", expected: "每个进程使用各自的文件" },
  });
}

function refuseFull(path: string, size: number): never {
  throw new Refusal(path, {
    en: {
      reason: `it has ${size} bytes`,
      expected: "a new or empty file, or --resume to go on with this one",
    },
    zh: {
      reason: `已有 ${size} 字节`,
      expected: "新文件或空文件；如需续写，请加 --resume",
    },
  });
}

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
