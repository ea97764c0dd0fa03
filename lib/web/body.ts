/**
 * Reads the body of a request, which may not be large.
 *
 * @module
 */

import { Refusal } from "./refusal.ts";

/** The largest body that is read, in bytes. */
export const MAX_BODY = 16 * 1024;

/**
 * Reads the body of a request as text.
 *
 * @param request The request.
 * @param type The content type that it must have.
 * @returns The text.
 * @throws {Refusal} With 413 if the body is too large, and with 415 if it is of
 * another type.
 */
export function readBody(request: Request, type: string): Promise<string> {
  const { headers } = request;
  const given = headers.get("content-type") ?? "";
  const isRight = given === type || typeOf(given) === type;
  if (!isRight) return Promise.reject(new Refusal(415));
  const length = headers.get("content-length");
  if (length === null) return readText(request);
  // HTTP itself ends such a body where it said it would.
  return Number(length) > MAX_BODY
    ? Promise.reject(new Refusal(413))
    : request.text();
}

/** The type itself, without parameters. */
function typeOf(header: string): string {
  const [type = ""] = header.split(";");
  return type.trim().toLowerCase();
}

async function readText(request: Request): Promise<string> {
  const bytes = new Uint8Array(MAX_BODY);
  let length = 0;
  for await (const chunk of request.body ?? []) {
    if (length + chunk.length > MAX_BODY) throw new Refusal(413);
    bytes.set(chunk, length);
    length += chunk.length;
  }
  return new TextDecoder().decode(bytes.subarray(0, length));
}
