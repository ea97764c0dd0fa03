/**
 * What an input is recognized by.
 *
 * @module
 */

import { createHash } from "node:crypto";

/** What an input is recognized by, even when it has grown since. */
export interface Fingerprint {
  /** How many bytes from its beginning were looked at. */
  readonly bytes: number;
  /** Their SHA-256, in hexadecimal. */
  readonly sha256: string;
}

/**
 * Takes the fingerprint of a file: of all of it, or of as much as another
 * fingerprint is of.
 *
 * @param path The file.
 * @param bytes How many bytes to look at.
 * @returns The fingerprint; of fewer bytes where there are no more.
 */
export async function fingerprintFile(
  path: string,
  bytes: number = Infinity,
): Promise<Fingerprint> {
  using file = await Deno.open(path);
  const hash = createHash("sha256");
  const buffer = new Uint8Array(1024 * 1024);
  let done = 0;
  while (done < bytes) {
    const count = await file.read(
      buffer.subarray(0, Math.min(buffer.length, bytes - done)),
    );
    if (count === null) break;
    hash.update(buffer.subarray(0, count));
    done += count;
  }
  return { bytes: done, sha256: hash.digest("hex") };
}

/**
 * Takes the fingerprint of bytes.
 *
 * @param bytes The bytes.
 * @returns The fingerprint.
 */
export function fingerprintBytes(bytes: Uint8Array): Fingerprint {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { bytes: bytes.length, sha256 };
}
