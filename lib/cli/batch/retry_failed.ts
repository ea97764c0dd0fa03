/**
 * Looks again at the lines that failed, and puts the new answers in.
 *
 * @module
 */

import { checkBelonging, type Reading } from "./belonging.ts";
import type { Destination } from "./open_files.ts";
import { chunksOf, LineSink, openLocked, writeHeader } from "./output_file.ts";
import { Refusal } from "./request_fields.ts";
import { LineSet, readMark, scanOutput, wholeLines } from "./scan_output.ts";

/**
 * Writes a file anew beside the old one: first its answers, then whatever the
 * lines that had failed end in now. It takes the old one's place when all is
 * written; until then the old one stays as it is.
 *
 * @param path The file.
 * @param reading What is read.
 * @returns The destination, which wants only lines that failed.
 * @throws {Refusal} If the file is no output, or belongs to another input.
 */
export async function toRetriedFile(
  path: string,
  reading: Reading,
): Promise<Destination> {
  const old = await openLocked(path, { read: true, write: true });
  try {
    const { header, answered, failed } = await scanOutput(chunksOf(old), path);
    if (header === null) refuseEmpty(path);
    await checkBelonging(path, header, reading);
    const temporary = temporaryOf(path);
    const file = await Deno.open(temporary, {
      write: true,
      create: true,
      truncate: true,
    });
    await writeHeader(file, header);
    const sink = new LineSink(file);
    let isInPlace = false;
    await copyLines(old, path, sink, { ok: true, of: answered });
    return {
      sink,
      lines: answered.size,
      isWanted: (line) => failed.has(line),
      onWritten: (line) => failed.delete(line),
      complete: async () => {
        // What was not looked at again keeps the failure that it had.
        await copyLines(old, path, sink, { ok: false, of: failed });
        await sink.flush();
        await Deno.rename(temporary, path);
        isInPlace = true;
      },
      [Symbol.asyncDispose]: async () => {
        file.close();
        old.close();
        if (!isInPlace) await Deno.remove(temporary);
      },
    };
  } catch (error) {
    old.close();
    throw error;
  }
}

/**
 * The file beside an output that takes its place in the end.
 *
 * @param path The output.
 * @returns The other file.
 */
export function temporaryOf(path: string): string {
  return `${path}.retry`;
}

/** Copies each of some lines once. */
async function copyLines(
  from: Deno.FsFile,
  name: string,
  to: LineSink,
  wanted: { readonly ok: boolean; readonly of: LineSet },
): Promise<void> {
  const copied = new LineSet();
  await from.seek(0, Deno.SeekMode.Start);
  for await (const { number, text } of wholeLines(chunksOf(from), name)) {
    const mark = number === 1 ? null : readMark(text);
    if (mark === null || mark.ok !== wanted.ok) continue;
    if (!wanted.of.has(mark.line) || copied.has(mark.line)) continue;
    copied.add(mark.line);
    await to.add(text);
  }
}

function refuseEmpty(path: string): never {
  throw new Refusal(path, {
    en: { reason: "it is empty", expected: "the output of an earlier run" },
    zh: { reason: "文件为空", expected: "此前运行的输出文件" },
  });
}
