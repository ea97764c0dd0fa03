/** What an output says: what it belongs to, and which lines it has. */

import { badInput, type InputWords } from "../i18n/bad_input.ts";
import type { Words } from "../i18n/words.ts";
import { type Answered, AnsweredLines } from "./answered.ts";
import { LineSplitter } from "../text/lines.ts";

/** The first line of an output: what it belongs to. */
export interface Header {
  /** The input's name, for people. */
  readonly input: string;
  /** The shard, such as `0/4`; `0/1` is all. */
  readonly shard: string;
  /** The endpoint that answers, or `sandbox`. */
  readonly endpoint: string;
}

export const VERSION = 2;

export interface Scan {
  readonly found: Header | null;
  readonly answered: AnsweredLines;
  /** How many bytes its whole lines take; what follows is torn. */
  readonly bytes: number;
}

export async function scan(file: Deno.FsFile, header: Header): Promise<Scan> {
  const answered = new AnsweredLines();
  const bytes = await wholeBytes(file);
  let found: Header | null = null;
  for await (const { number, text } of linesOf(file, bytes)) {
    if (number === 1) {
      found = readHeader(text);
      if (found === null) throw outputError((words) => words.foreign(1));
      checkHeader(found, header);
    } else {
      const entry = readEntry(text);
      if (entry === null) throw outputError((words) => words.foreign(number));
      answered.set(entry.line, entry);
    }
  }
  return { found, answered, bytes };
}

const LF = 10;
const PIECE_BYTES = 256 * 1024;

/** Looks for the last line break from the end, and goes back to the beginning. */
async function wholeBytes(file: Deno.FsFile): Promise<number> {
  let end = await file.seek(0, Deno.SeekMode.End);
  const isEmpty = end === 0;
  while (end > 0) {
    const start = Math.max(0, end - PIECE_BYTES);
    await file.seek(start, Deno.SeekMode.Start);
    const piece = new Uint8Array(end - start);
    let length = 0;
    while (length < piece.length) {
      const count = await file.read(piece.subarray(length));
      if (count === null) break;
      length += count;
    }
    const at = piece.lastIndexOf(LF);
    if (at >= 0) {
      end = start + at + 1;
      break;
    }
    if (start === 0 && !isTornHeader(piece)) {
      throw outputError((words) => words.foreign(1));
    }
    end = start;
  }
  await file.seek(0, Deno.SeekMode.Start);
  return isEmpty ? 0 : end;
}

/** What is left of a first line whose writing was cut short. */
function isTornHeader(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  const begin = '{"batch":{';
  return text.startsWith(begin) || begin.startsWith(text);
}

export async function* linesOf(file: Deno.FsFile, bytes: number) {
  const decoder = new TextDecoder();
  const splitter = new LineSplitter();
  let number = 0;
  for (let left = bytes; left > 0;) {
    const piece = new Uint8Array(Math.min(PIECE_BYTES, left));
    const count = await file.read(piece);
    if (count === null) return;
    left -= count;
    const text = decoder.decode(piece.subarray(0, count), { stream: true });
    for (const line of splitter.push(text)) {
      yield { number: ++number, text: line ?? "" };
    }
  }
}

function readHeader(text: string): Header | null {
  try {
    const { batch } = JSON.parse(text);
    const isHeader = batch?.version === VERSION &&
      [batch.input, batch.shard, batch.endpoint].every((it) =>
        typeof it === "string"
      );
    return isHeader ? batch : null;
  } catch {
    return null;
  }
}

function checkHeader(found: Header, header: Header): void {
  if (found.shard !== header.shard) {
    throw outputError(({ other }) =>
      other("--shard", found.shard, header.shard)
    );
  }
  if (found.endpoint !== header.endpoint) {
    throw outputError(({ other }) =>
      other("--endpoint", found.endpoint, header.endpoint)
    );
  }
}

/** A line of the output: whose it is, and whether it is an answer. */
interface Entry extends Answered {
  readonly line: number;
}

export function readEntry(text: string): Entry | null {
  try {
    const { line, hash, ok } = JSON.parse(text);
    const isEntry = Number.isSafeInteger(line) && line > 0 &&
      (hash === null || /^[0-9a-f]{8}$/.test(hash)) && typeof ok === "boolean";
    return isEntry ? { line, hash, ok } : null;
  } catch {
    return null;
  }
}

export function outputError(
  pick: (words: Words["batch"]["output"]) => InputWords,
) {
  return badInput("--out", ({ batch }) => pick(batch.output));
}
