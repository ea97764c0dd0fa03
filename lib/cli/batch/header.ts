/**
 * The first line of an output file: which input it belongs to.
 *
 * @module
 */

import type { Fingerprint } from "./fingerprint.ts";
import type { Format } from "./format.ts";

/** What an output file says of itself. */
export interface Header extends Fingerprint {
  /** The version of this line. */
  readonly version: 1;
  /** The input's name, for people; the fingerprint is what counts. */
  readonly input: string;
  /** The format that the input was read in. */
  readonly format: Format;
  /** The shard, such as `0/4`; `0/1` is all. */
  readonly shard: string;
}

/**
 * Writes a header as the first line.
 *
 * @param header The header.
 * @returns The line, without a line break.
 */
export function formatHeader(header: Header): string {
  return JSON.stringify({ batch: header });
}

/**
 * Reads the first line of an output.
 *
 * @param line The line.
 * @returns The header, or `null` if it is none.
 */
export function parseHeader(line: string): Header | null {
  try {
    const { batch } = JSON.parse(line);
    const isHeader = batch?.version === 1 && Number.isInteger(batch.bytes) &&
      [batch.sha256, batch.shard, batch.format].every((it) =>
        typeof it === "string"
      );
    return isHeader ? batch : null;
  } catch {
    return null;
  }
}

/**
 * Says whether a text without a line break may be the beginning of a header:
 * all that is left of one whose writing was cut short.
 *
 * @param text The text.
 * @returns Whether it may be.
 */
export function isTornHeader(text: string): boolean {
  const begin = '{"batch":{';
  return text.startsWith(begin) || begin.startsWith(text);
}
