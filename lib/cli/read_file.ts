/**
 * Reads what options name: files, stdin, and JSON from either.
 *
 * @module
 */

import { type JsonObject, parseJson } from "../client/json.ts";
import type { FileProblem } from "../i18n/words_failure.ts";
import { UsageError } from "./parse.ts";
import { withPermission } from "./permission.ts";

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

/**
 * Reads the parameters of a KGCommand.
 *
 * @param text JSON, or `@` and the name of a file with JSON.
 * @returns What the JSON holds; whether it is an object is checked elsewhere.
 * @throws {UsageError} If it is no JSON, or the file cannot be read.
 */
export async function readParams(text: string): Promise<JsonObject> {
  if (!text.startsWith("@")) return parse(text);
  return parse(await readFile("--params", text.slice(1)));
}

function parse(text: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Its message would quote the text.
    throw new UsageError("--params", ({ paramsNotJson }) => paramsNotJson);
  }
  const exact = JSON.stringify(parseJson(text));
  if (exact !== JSON.stringify(value)) {
    throw new UsageError(
      "--params",
      ({ paramsTooManyDigits }) => paramsTooManyDigits,
    );
  }
  return value as JsonObject;
}
