/**
 * The parameters of a KGCommand.
 *
 * @module
 */

import { KugouInputError, type KugouInputProblem } from "./input_error.ts";
import type { JsonObject } from "./json.ts";

/**
 * Checks that the parameters of a KGCommand are an object that JSON can hold.
 *
 * @param params The parameters, `{}` if there are none.
 * @returns The same object.
 * @throws {KugouInputError} If it is no object, or JSON cannot hold it.
 */
export function checkParams(params: unknown): JsonObject {
  const json = stringifyOrNull(params);
  if (json === null) {
    throw new KugouInputError("params", { ...PARAMS, reason: NOT_JSON });
  }
  if (!json.startsWith("{")) {
    throw new KugouInputError("params", { ...PARAMS, reason: NOT_AN_OBJECT });
  }
  return params as JsonObject;
}

function stringifyOrNull(value: unknown): string | null {
  try {
    // undefined and functions have no JSON, and so are no object either.
    return JSON.stringify(value) ?? "";
  } catch {
    return null; // a cycle, or a bigint
  }
}

const PARAMS: Omit<KugouInputProblem, "reason"> = {
  expected: { en: "a JSON object", zh: "JSON 对象" },
  example: "{}",
};
const NOT_JSON = {
  en: "JSON cannot hold it",
  zh: "无法表示为 JSON",
};
const NOT_AN_OBJECT = { en: "it is not an object", zh: "不是对象" };
