/**
 * Where the answers go: stdout, a new file, or one that is gone on with.
 *
 * @module
 */

import { checkBelonging, makeHeader, type Reading } from "./belonging.ts";
import { type ByteSink, LineSink } from "./line_sink.ts";
import { beginOutput, resumeOutput } from "./output_file.ts";
import type { IsWanted } from "./read_items.ts";

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
