/**
 * Whether an output belongs to an input: its first line says what the input is
 * recognized by.
 *
 * @module
 */

import type { Shard } from "./batch_options.ts";
import type { Format, Input } from "./input.ts";
import { Refusal } from "./request_fields.ts";

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
  const first = await readPiece(file, bytes);
  if (first.length < PIECE_BYTES) return await fingerprintBytes(first);
  // Takes several milliseconds to load, which a small file can do without.
  const { createHash } = await import("node:crypto");
  const hash = createHash("sha256").update(first);
  let done = first.length;
  for (let isEnd = false; !isEnd;) {
    const piece = await readPiece(file, bytes - done);
    hash.update(piece);
    done += piece.length;
    isEnd = piece.length < PIECE_BYTES;
  }
  return { bytes: done, sha256: hash.digest("hex") };
}

/**
 * Takes the fingerprint of bytes.
 *
 * @param bytes The bytes.
 * @returns The fingerprint.
 */
export async function fingerprintBytes(
  bytes: Uint8Array,
): Promise<Fingerprint> {
  const digest = await crypto.subtle.digest("SHA-256", bytes.slice());
  return { bytes: bytes.length, sha256: new Uint8Array(digest).toHex() };
}

/** How much of a file is looked at at a time. */
const PIECE_BYTES = 1024 * 1024;

/** Reads a whole piece, or as much as there is. */
async function readPiece(
  file: Deno.FsFile,
  bytes: number,
): Promise<Uint8Array> {
  const piece = new Uint8Array(Math.min(PIECE_BYTES, bytes));
  let length = 0;
  while (length < piece.length) {
    const count = await file.read(piece.subarray(length));
    if (count === null) break;
    length += count;
  }
  return piece.subarray(0, length);
}

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

/** What a run reads, as far as its output has to say so. */
export interface Reading {
  readonly input: Input;
  readonly format: Format;
  readonly shard: Shard;
}

/**
 * Makes the header for an output.
 *
 * @param reading What is read.
 * @returns The header.
 */
export async function makeHeader(reading: Reading): Promise<Header> {
  const { input, format, shard } = reading;
  return {
    version: 1,
    input: input.name,
    format,
    shard: `${shard.index}/${shard.of}`,
    ...await input.fingerprint(),
  };
}

/**
 * Checks that an output belongs to what is read. An input that has grown at its
 * end since then is still the same.
 *
 * @param path The output, for messages.
 * @param found Its header.
 * @param reading What is read.
 * @throws {Refusal} If it belongs to something else.
 */
export async function checkBelonging(
  path: string,
  found: Header,
  reading: Reading,
): Promise<void> {
  const { input, format, shard } = reading;
  const shown = `${shard.index}/${shard.of}`;
  if (found.shard !== shown) refuseOther(path, "--shard", found.shard, shown);
  if (found.format !== format) {
    refuseOther(path, "--format", found.format, format);
  }
  const { bytes, sha256 } = await input.fingerprint(found.bytes);
  if (bytes === found.bytes && sha256 === found.sha256) return;
  throw new Refusal(path, {
    en: {
      reason: `it belongs to another input, which was named ${found.input}`,
      expected:
        `an input whose first ${found.bytes} bytes are the same as then`,
    },
    zh: {
      reason: `它属于另一输入，当时名为 ${found.input}`,
      expected: `前 ${found.bytes} 字节与当时相同的输入`,
    },
  });
}

function refuseOther(
  path: string,
  option: string,
  then: string,
  now: string,
): never {
  throw new Refusal(path, {
    en: {
      reason: `it was written with ${option} ${then}`,
      expected: `the same again: current value is ${now}`,
    },
    zh: {
      reason: `写入时使用的是 ${option} ${then}`,
      expected: `与当时相同的值，当前值为 ${now}`,
    },
  });
}
