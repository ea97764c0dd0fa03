/**
 * Opens the input and the output, with errors that name what is missing.
 *
 * @module
 */

import { withFile } from "../files.ts";
import type { OutputOptions } from "./batch_options.ts";
import { checkBelonging, makeHeader, type Reading } from "./belonging.ts";
import { type Input, openFile, openStream } from "./input.ts";
import { type ByteSink, LineSink } from "./line_sink.ts";
import {
  beginOutput,
  chunksOf,
  openLocked,
  resumeOutput,
  writeHeader,
} from "./output_file.ts";
import type { IsWanted } from "./read_items.ts";
import { Refusal } from "./request_fields.ts";
import { LineSet, readMark, scanOutput, wholeLines } from "./scan_output.ts";

/**
 * Opens the input.
 *
 * @param path The file, or `-` for stdin.
 * @returns The input.
 * @throws {UsageError} If it cannot be read.
 * @throws {MissingPermission} If Deno does not let it be read.
 */
export async function openInput(path: string): Promise<Input> {
  if (path === "-") return openStream(Deno.stdin.readable);
  const use = { field: "FILE", path, access: ["read"] as const };
  return await withFile(use, () => openFile(path));
}

/**
 * Opens the output.
 *
 * @param output Where the answers go.
 * @param reading What is read.
 * @returns The destination.
 * @throws {UsageError} If it cannot be written to.
 * @throws {MissingPermission} If Deno does not let it be.
 */
export async function openDestination(
  output: OutputOptions,
  reading: Reading,
): Promise<Destination> {
  if (output.mode === "stdout") return toStdout(Deno.stdout);
  const { mode, path } = output;
  switch (mode) {
    case "new":
      return await withFile(
        { field: "--out", path, access: ["write"] },
        () => toNewFile(path, reading),
      );
    case "resume":
      return await withFile(
        { field: "--out", path, access: ["read", "write"] },
        () => toResumedFile(path, reading),
      );
    case "retry": {
      const both = `${path},${temporaryOf(path)}`;
      return await withFile(
        { field: "--retry-failed", path: both, access: ["read", "write"] },
        () => toRetriedFile(path, reading),
      );
    }
  }
}

/** Where the answers go. */
export interface Destination extends AsyncDisposable {
  /** Takes the lines. */
  readonly sink: LineSink;
  /** Whether a line is still to be worked on. */
  readonly isWanted: IsWanted;
  /** How many lines are there already. */
  readonly lines: number;
  /** Is told of each line whose answer was handed to the sink. */
  readonly onWritten?: (line: number) => void;
  /** Completes the output, once all is written that will be. */
  readonly complete: () => Promise<void>;
}

/**
 * Writes to stdout.
 *
 * @param to The stream.
 * @returns The destination.
 */
export function toStdout(to: ByteSink): Destination {
  return destination(to, () => {});
}

/**
 * Writes to a file that is new or empty.
 *
 * @param path The file.
 * @param reading What is read.
 * @returns The destination.
 * @throws {Refusal} If something stands in it.
 */
export async function toNewFile(
  path: string,
  reading: Reading,
): Promise<Destination> {
  const file = await beginOutput(path, await makeHeader(reading));
  return destination(file, () => file.close());
}

/**
 * Goes on with a file that may have answers already.
 *
 * @param path The file.
 * @param reading What is read.
 * @returns The destination.
 * @throws {Refusal} If it belongs to another input.
 */
export async function toResumedFile(
  path: string,
  reading: Reading,
): Promise<Destination> {
  const { file, scan } = await resumeOutput(path, async (found) => {
    if (found === null) return await makeHeader(reading);
    await checkBelonging(path, found, reading);
    return found;
  });
  const { answered, failed } = scan;
  return {
    ...destination(file, () => file.close()),
    lines: answered.size + failed.size,
    isWanted: (line) => !answered.has(line) && !failed.has(line),
  };
}

function destination(to: ByteSink, close: () => void): Destination {
  const sink = new LineSink(to);
  return {
    sink,
    lines: 0,
    isWanted: () => true,
    complete: () => sink.flush(),
    // deno-lint-ignore require-await -- closing a file takes no time
    [Symbol.asyncDispose]: async () => close(),
  };
}

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
