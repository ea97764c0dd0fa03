/**
 * Which format an input is in.
 *
 * @module
 */

import { Refusal } from "./refusal.ts";

/** The formats that an input may have. */
export type Format = "ndjson" | "csv";

/** The endings of file names that tell. */
const BY_ENDING: Readonly<Record<string, Format>> = {
  csv: "csv",
  jsonl: "ndjson",
  ndjson: "ndjson",
};

/**
 * Tells the format by the name of a file.
 *
 * @param name The name.
 * @returns The format, or `null` if the name does not tell.
 */
export function formatOfName(name: string): Format | null {
  const ending = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  return Object.hasOwn(BY_ENDING, ending) ? BY_ENDING[ending]! : null;
}

/**
 * Says whether there are enough bytes to tell the format by.
 *
 * @param bytes The beginning of the input.
 * @returns Whether a byte is there that is neither blank nor a byte order mark.
 */
export function canTellFormat(bytes: Uint8Array): boolean {
  return firstByte(bytes) !== undefined;
}

/**
 * Tells the format by the first byte that is not blank.
 *
 * @param bytes The beginning of the input.
 * @returns NDJSON where it begins an object, otherwise CSV.
 * @throws {Refusal} If the input is UTF-16.
 */
export function formatOfBytes(bytes: Uint8Array): Format {
  refuseUtf16(bytes);
  return firstByte(bytes) === "{".charCodeAt(0) ? "ndjson" : "csv";
}

/**
 * Refuses UTF-16 at once, rather than every line of it.
 *
 * @param bytes The beginning of the input.
 * @throws {Refusal} If the input is UTF-16.
 */
export function refuseUtf16([first, second]: Uint8Array): void {
  const mark = (first ?? 0) << 8 | (second ?? 0);
  if (mark !== 0xfffe && mark !== 0xfeff) return;
  throw new Refusal(null, {
    en: { reason: "it is UTF-16", expected: "UTF-8" },
    zh: { reason: "编码为 UTF-16", expected: "UTF-8 编码" },
  });
}

const BLANK = new Set([0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf]);

function firstByte(bytes: Uint8Array): number | undefined {
  return bytes.find((byte) => !BLANK.has(byte));
}
