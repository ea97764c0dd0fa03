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
export async function readBody(response: Response): Promise<Uint8Array | null> {
  const length = declaredLength(response);
  if (length !== null && length <= MAX_BODY_BYTES) {
    return new Uint8Array(await response.arrayBuffer());
  }
  // Looking at `body` makes a stream of it, which takes longer to read.
  const { body } = response;
  if (body === null) return new Uint8Array();
  if (length === null) return await readStream(body);
  await body.cancel();
  return null;
}

/** The declared length, where it is also the length of what will be read. */
function declaredLength(response: Response): number | null {
  const header = response.headers.get("content-length");
  // A compressed body declares fewer bytes than it unpacks to.
  const isPlain = header !== null && !response.headers.has("content-encoding");
  return isPlain ? Number(header) : null;
}

async function readStream(
  stream: ReadableStream<Uint8Array>,
): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
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

function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
