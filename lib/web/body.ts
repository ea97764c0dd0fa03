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
export async function readBody(
  request: Request,
  type: string,
): Promise<string> {
  const given = request.headers.get("content-type") ?? "";
  if (given !== type && typeOf(given) !== type) throw new Refusal(415);
  // Refused before a byte is read, where the client says how much it has.
  const length = request.headers.get("content-length");
  if (Number(length) > MAX_BODY) throw new Refusal(413);
  // HTTP itself ends such a body where it said it would.
  if (length !== null) return await request.text();
  return new TextDecoder().decode(await readBytes(request));
}

/** The type itself, without parameters. */
function typeOf(header: string): string {
  const [type = ""] = header.split(";");
  return type.trim().toLowerCase();
}

async function readBytes(request: Request): Promise<Uint8Array> {
  const bytes = new Uint8Array(MAX_BODY);
  let length = 0;
  for await (const chunk of request.body ?? []) {
    if (length + chunk.length > MAX_BODY) throw new Refusal(413);
    bytes.set(chunk, length);
    length += chunk.length;
  }
  return bytes.subarray(0, length);
}
