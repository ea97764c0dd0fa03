/**
 * Reads the body of a response, but not without end.
 *
 * @module
 */

/** The longest body that is read, in bytes: 1 MiB. */
export const MAX_BODY_BYTES = 1024 * 1024;

/**
 * Reads the body of a response up to {@linkcode MAX_BODY_BYTES}.
 *
 * @param response The response, its body unread.
 * @returns The bytes, or `null` if there are more.
 */
export function readBody(response: Response): Promise<ArrayBuffer | null> {
  const length = declaredLength(response);
  if (length !== null && length <= MAX_BODY_BYTES) {
    return response.arrayBuffer();
  }
  return length === null ? readAsStream(response) : refuse(response);
}

/** The declared length, where it is also the length of what will be read. */
function declaredLength(response: Response): number | null {
  const { headers } = response;
  const header = headers.get("content-length");
  // A compressed body declares fewer bytes than it unpacks to.
  const isPlain = header !== null && !headers.has("content-encoding");
  return isPlain ? Number(header) : null;
}

async function refuse({ body }: Response): Promise<null> {
  await body?.cancel();
  return null;
}

/** Takes longer: looking at `body` makes a stream of it. */
async function readAsStream(
  { body }: Response,
): Promise<ArrayBuffer | null> {
  if (body === null) return new ArrayBuffer();
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return join(chunks, length);
    length += value.length;
    if (length > MAX_BODY_BYTES) break;
    chunks.push(value);
  }
  await reader.cancel();
  return null;
}

function join(chunks: readonly Uint8Array[], length: number): ArrayBuffer {
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes.buffer;
}
