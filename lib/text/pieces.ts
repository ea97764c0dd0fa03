/** A pipe takes so much whole or not at all (`PIPE_BUF` of Linux). */
export const PIPE_BYTES = 4096;

const LF = 10;

/**
 * The first piece of some bytes: as many whole lines as fit, at least one.
 *
 * A pipe that does not wait refuses what it has no room for. What ends within a
 * line or is longer than it takes whole may have been written in part.
 */
export function firstPiece(bytes: Uint8Array, max = PIPE_BYTES): Uint8Array {
  if (bytes.length <= max) return bytes;
  const end = bytes.lastIndexOf(LF, max - 1) + 1 || bytes.indexOf(LF) + 1;
  return end === 0 ? bytes : bytes.subarray(0, end);
}
