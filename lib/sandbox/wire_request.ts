/**
 * Reads the body of a request, and what of it can be told without looking
 * anything up.
 *
 * @module
 */

import { apiError, type ErrorAnswer } from "./answer.ts";

/** A body that is an object, with whatever fields. */
export type WireBody = Readonly<Record<string, unknown>>;

/** The longest body that is read, in bytes. */
const MAX_BYTES = 1024 * 1024;

/** Reads the body as a JSON object, or says as an API error why it cannot be. */
export async function readBody(
  request: Request,
): Promise<{ body: WireBody } | ErrorAnswer> {
  const bytes = await request.arrayBuffer();
  const type = request.headers.get("content-type");
  if (!/^application\/json\s*(;|$)/i.test(type ?? "")) {
    return unreadable(
      "content-type must be application/json, current value is " +
        JSON.stringify(type),
    );
  }
  if (bytes.byteLength > MAX_BYTES) {
    return unreadable(
      `the body must be at most ${MAX_BYTES} bytes, current value is ${bytes.byteLength}`,
    );
  }
  const body = parse(bytes);
  if (body === undefined) return unreadable("the body is not JSON in UTF-8");
  return isObject(body) ? { body } : unreadable(
    `the body must be an object, current value is ${typeName(body)}`,
  );
}

/** Tells whether a value is an object of JSON: no array, not `null`. */
export function isObject(value: unknown): value is WireBody {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The name of a JSON value's type, with its article. */
export function typeName(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

/** The value that the bytes are in JSON, or `undefined`. */
function parse(bytes: ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function unreadable(why: string): ErrorAnswer {
  return apiError("InvalidParameter", `Cannot read the request: ${why}`);
}
