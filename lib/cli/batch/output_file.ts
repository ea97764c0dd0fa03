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
