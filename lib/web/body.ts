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
  const bytes = await readBytes(request.body, timeoutMs);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(400);
  }
}

async function readBytes(
  body: Request["body"],
  timeoutMs: number,
): Promise<Uint8Array> {
  const bytes = new Uint8Array(MAX_BODY);
  let length = 0;
  if (body === null) return bytes.subarray(0, length);
  const reader = body.getReader();
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    reader.cancel();
  }, timeoutMs);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (isLate) throw new Refusal(408);
      if (done) return bytes.subarray(0, length);
      if (length + value.length > MAX_BODY) throw new Refusal(413);
      bytes.set(value, length);
      length += value.length;
    }
  } catch (error) {
    // Otherwise its client broke it off.
    throw error instanceof Refusal ? error : new Refusal(400);
  } finally {
    clearTimeout(timer);
  }
}
