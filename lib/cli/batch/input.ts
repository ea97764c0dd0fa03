/**
 * The input: a file or a pipe.
 *
 * @module
 */

import { ByteSource } from "./byte_source.ts";
import {
  type Fingerprint,
  fingerprintBytes,
  fingerprintFile,
} from "./fingerprint.ts";
import {
  canTellFormat,
  type Format,
  formatOfBytes,
  formatOfName,
  refuseUtf16,
} from "./format.ts";

/** An input that was opened. */
export interface Input extends AsyncDisposable {
  /** Its name, for people. */
  readonly name: string;
  /** How many bytes it has, or `null` where that is not known. */
  readonly size: number | null;
  /** Its bytes. */
  readonly source: ByteSource;
  /** Takes its fingerprint, of so many bytes if that is said. */
  readonly fingerprint: (bytes?: number) => Promise<Fingerprint>;
}

/**
 * Opens a file as the input.
 *
 * @param path The file.
 * @returns The input.
 */
export async function openFile(path: string): Promise<Input> {
  const file = await Deno.open(path);
  const { isFile, size } = await file.stat();
  const input = openStream(file.readable, path.replace(/^.*[/\\]/, ""));
  // A pipe that has a name can be read only once, as any other.
  if (!isFile) return input;
  return {
    ...input,
    size,
    fingerprint: (bytes) => fingerprintFile(path, bytes ?? size),
  };
}

/**
 * Takes a stream as the input.
 *
 * @param stream The bytes.
 * @param name What to call it.
 * @returns The input.
 */
export function openStream(
  stream: ReadableStream<Uint8Array>,
  name: string = "-",
): Input {
  const source = new ByteSource(stream);
  return {
    name,
    size: null,
    source,
    fingerprint: async (bytes) => {
      const isEnough = (seen: Uint8Array) => seen.length >= (bytes ?? 1);
      const seen = await source.peek(isEnough);
      return fingerprintBytes(seen.subarray(0, bytes));
    },
    [Symbol.asyncDispose]: () => source[Symbol.asyncDispose](),
  };
}

/**
 * Tells the format of an input.
 *
 * @param input The input.
 * @param asked What was asked for, if anything.
 * @returns What was asked for, or what the name tells, or what the bytes tell.
 * @throws {Refusal} If the input is UTF-16.
 */
export async function formatOf(
  input: Input,
  asked: Format | null,
): Promise<Format> {
  const bytes = await input.source.peek(canTellFormat);
  refuseUtf16(bytes);
  return asked ?? formatOfName(input.name) ?? formatOfBytes(bytes);
}
