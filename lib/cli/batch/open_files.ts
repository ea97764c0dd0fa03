/**
 * Opens the input and the output, with errors that name what is missing.
 *
 * @module
 */

import { UsageError } from "../parse.ts";
import { MissingPermission } from "../permission.ts";
import type { OutputOptions } from "./batch_options.ts";
import { checkBelonging, makeHeader, type Reading } from "./belonging.ts";
import { type Input, openFile, openStream } from "./input.ts";
import {
  beginOutput,
  type ByteSink,
  LineSink,
  resumeOutput,
} from "./output_file.ts";
import type { IsWanted } from "./read_items.ts";
import { temporaryOf, toRetriedFile } from "./retry_failed.ts";

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
  const flags = `--allow-read=${path}`;
  return await withFile("FILE", flags, () => openFile(path));
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
        "--out",
        `--allow-write=${path}`,
        () => toNewFile(path, reading),
      );
    case "resume":
      return await withFile(
        "--out",
        `--allow-read=${path} --allow-write=${path}`,
        () => toResumedFile(path, reading),
      );
    case "retry": {
      const both = `${path},${temporaryOf(path)}`;
      return await withFile(
        "--retry-failed",
        `--allow-read=${both} --allow-write=${both}`,
        () => toRetriedFile(path, reading),
      );
    }
  }
}

async function withFile<T>(
  subject: string,
  flags: string,
  open: () => Promise<T>,
): Promise<T> {
  try {
    return await open();
  } catch (error) {
    if (error instanceof Deno.errors.NotCapable) {
      throw new MissingPermission(flags);
    }
    const problem = problemOf(error);
    if (problem === null) throw error;
    throw new UsageError(subject, ({ file }) => file[problem]);
  }
}

function problemOf(error: unknown) {
  const { errors } = Deno;
  if (error instanceof errors.NotFound) return "missing";
  if (error instanceof errors.IsADirectory) return "directory";
  return error instanceof errors.PermissionDenied ? "denied" : null;
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
