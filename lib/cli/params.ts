/**
 * `--params`.
 *
 * @module
 */

import { type JsonObject, parseJson } from "../client/json.ts";
import { UsageError } from "./usage_error.ts";

/**
 * Reads the parameters of a KGCommand.
 *
 * @param text JSON, or `@` and the name of a file with JSON.
 * @returns What the JSON holds; whether it is an object is checked elsewhere.
 * @throws {UsageError} If it is no JSON, or the file cannot be read.
 */
export async function readParams(text: string): Promise<JsonObject> {
  if (!text.startsWith("@")) return parse(text);
  const { readFile } = await import("./read_file.ts");
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
