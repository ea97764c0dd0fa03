import { Refusal } from "./refusal.ts";

/** The largest body that is read, in bytes. */
export const MAX_BODY = 16 * 1024;

/** How long a body may take to arrive. */
const BODY_TIMEOUT_MS = 10_000;

/** Reads the body of a request as text. */
export async function readBody(
  request: Request,
  type: string,
  timeoutMs: number = BODY_TIMEOUT_MS,
): Promise<string> {
  const [given = ""] = (request.headers.get("content-type") ?? "").split(";");
  if (given.trim().toLowerCase() !== type) throw new Refusal(415);
  const bytes = new Uint8Array(MAX_BODY);
  let length = 0;
  const collect = new WritableStream<Uint8Array>({
    write(chunk) {
      if (length + chunk.length > MAX_BODY) throw new Refusal(413);
      bytes.set(chunk, length);
      length += chunk.length;
    },
  });
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    await request.body?.pipeTo(collect, { signal });
    return new TextDecoder("utf-8", { fatal: true })
      .decode(bytes.subarray(0, length));
  } catch (error) {
    // It is too large or too slow, was broken off, or is no UTF-8.
    if (error instanceof Refusal) throw error;
    throw new Refusal(400);
  }
}
