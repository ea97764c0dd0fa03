/** Reads the items of an input that a test has made. */

import type { Format } from "../../../lib/cli/batch/input.ts";
import { readItems } from "../../../lib/cli/batch/read_items.ts";
import { KugouInputError } from "../../../mod.ts";

const ENCODER = new TextEncoder();

/** What a test looks at: a request, or what is wrong. */
export type Seen = [line: number, what: unknown];

/** Reads all items; the bytes come in pieces of a size. */
export async function itemsOf(
  input: string | Uint8Array,
  format: Format = "ndjson",
  pieceBytes = Infinity,
  isWanted: (line: number) => boolean = () => true,
): Promise<Seen[]> {
  const bytes = typeof input === "string" ? ENCODER.encode(input) : input;
  const seen: Seen[] = [];
  const items = readItems(cut(bytes, pieceBytes), format, isWanted);
  for await (const item of flatten(items)) {
    seen.push([
      item.line,
      "problem" in item ? item.problem.reason.en : item.request,
    ]);
    if ("problem" in item) assertIsProblem(item.problem);
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

function assertIsProblem(problem: unknown) {
  if (!(problem instanceof KugouInputError)) throw problem;
}

async function* flatten<T>(parts: AsyncIterable<Iterable<T>>) {
  for await (const part of parts) yield* part;
}
