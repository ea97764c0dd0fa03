/**
 * Reads files and stdin, up to a limit.
 *
 * @module
 */

import type { FileProblem } from "../i18n/words_usage.ts";
import { withPermission } from "./permission.ts";
import { UsageError } from "./usage_error.ts";

/** What no token and no parameters come near. */
const MAX_BYTES = 1024 * 1024;

/**
 * Reads a file.
 *
 * @param option The option that names it.
 * @param path The path of the file.
 * @returns Its text.
 * @throws {UsageError} If it cannot be read.
 * @throws {MissingPermission} If Deno does not let it be read.
 */
export async function readFile(option: string, path: string): Promise<string> {
  const flag = `--allow-read=${path}`;
  try {
    using file = await withPermission(flag, () => Deno.open(path));
    return await readStream(option, file);
  } catch (error) {
    const problem = problemOf(error);
    if (problem === null) throw error;
    throw new UsageError(option, ({ file }) => file[problem]);
  }
}

/** What bytes come from. */
interface Source {
  /** Reads some bytes, or gives `null` at the end. */
  read(buffer: Uint8Array): Promise<number | null>;
}

/**
 * Reads a stream to its end.
 *
 * @param option The option that asks for it.
 * @param source The stream.
 * @returns Its text.
 * @throws {UsageError} If it is too long.
 */
export async function readStream(
  option: string,
  source: Source,
): Promise<string> {
  const buffer = new Uint8Array(MAX_BYTES);
  let length = 0;
  for (;;) {
    const count = await source.read(buffer.subarray(length));
    if (count === null) {
      return new TextDecoder().decode(buffer.subarray(0, length));
    }
    length += count;
    if (length === MAX_BYTES) {
      throw new UsageError(option, ({ file }) => file.tooLong);
    }
  }
}

function problemOf(error: unknown): FileProblem | null {
  const { errors } = Deno;
  if (error instanceof errors.NotFound) return "missing";
  if (error instanceof errors.IsADirectory) return "directory";
  if (error instanceof errors.PermissionDenied) return "denied";
  const isFileError = error instanceof Error && "code" in error;
  return isFileError ? "unreadable" : null;
}
