/**
 * Opens the input and the output, with errors that name what is missing.
 *
 * @module
 */

import { UsageError } from "../parse.ts";
import { MissingPermission } from "../permission.ts";
import type { OutputOptions } from "./batch_options.ts";
import type { Reading } from "./belonging.ts";
import {
  type Destination,
  toNewFile,
  toResumedFile,
  toStdout,
} from "./destination.ts";
import { type Input, openFile, openStream } from "./input.ts";
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
