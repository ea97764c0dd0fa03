/** Reads the items of an input that a test has made. */

import { Input } from "../../lib/batch/input.ts";
import { type Format, readItems, recognize } from "../../lib/batch/items.ts";

/** What a test looks at: a request, or what is wrong. */
export type Seen = [line: number, what: unknown];

/** Reads all items; the bytes come in pieces of a size. */
export async function itemsOf(
  input: string | Uint8Array,
  format: Format | null = null,
  pieceBytes = Infinity,
): Promise<Seen[]> {
  const bytes = typeof input === "string"
    ? new TextEncoder().encode(input)
    : input;
  await using source = new Input(ReadableStream.from(cut(bytes, pieceBytes)));
  const reading = await recognize(source, format);
  const stop = new AbortController();
  const seen: Seen[] = [];
  for await (const item of readItems(source, reading, stop.signal)) {
    seen.push([
      item.line,
      "problem" in item ? item.problem.reason.en : item.request,
    ]);
  }
  return seen;
}

async function* cut(
  bytes: Uint8Array,
  size: number,
): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) {
    yield bytes.slice(at, at + size);
  }
}
