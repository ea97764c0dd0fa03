/**
 * What an output has already, and which of its lines failed.
 *
 * @module
 */

import { type Header, isTornHeader, parseHeader } from "./belonging.ts";
import { LineSplitter } from "./lines.ts";
import { Refusal } from "./request_fields.ts";

/** What stands in an output file. */
export interface OutputScan {
  /** What it belongs to, or `null` if there is nothing in it yet. */
  readonly header: Header | null;
  /** The lines that ended with an answer. */
  readonly answered: LineSet;
  /** The lines that failed, and never ended with an answer. */
  readonly failed: LineSet;
  /** How many bytes its whole lines take; what follows is torn. */
  readonly bytes: number;
}

/** A line of the output: whose it is, and whether it is an answer. */
interface Mark {
  readonly line: number;
  readonly ok: boolean;
}

/** An answer of 1 MiB is in the output twice: as sent, and typed. */
const MAX_OUTPUT_LINE = 16 * 1024 * 1024;

const LF = 10;

const DECODER = new TextDecoder();

/**
 * Looks an output file through.
 *
 * @param chunks Its bytes.
 * @param name Its name, for messages.
 * @returns What stands in it.
 * @throws {Refusal} If it is no output of a batch.
 */
export async function scanOutput(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
): Promise<OutputScan> {
  const scan = { answered: new LineSet(), failed: new LineSet() };
  let header: Header | null = null;
  const whole = { bytes: 0 };
  for await (const { number, text } of wholeLines(chunks, name, whole)) {
    if (number === 1) header = parseHeader(text) ?? refuse(name, 1);
    else note(scan, readMark(text) ?? refuse(name, number));
  }
  return { header, ...scan, bytes: whole.bytes };
}

/**
 * Reads whose a line of the output is.
 *
 * @param text The line.
 * @returns Its mark, or `null` if it is none of a batch.
 */
export function readMark(text: string): Mark | null {
  // As it was written here; any other JSON says the same.
  const match = /^\{"line":([1-9]\d{0,14}),"ok":(true|false)[,}]/.exec(text);
  if (match !== null && text.endsWith("}")) {
    return { line: Number(match[1]), ok: match[2] === "true" };
  }
  try {
    const { line, ok } = JSON.parse(text);
    const isMark = Number.isSafeInteger(line) && line > 0 &&
      typeof ok === "boolean";
    return isMark ? { line, ok } : null;
  } catch {
    return null;
  }
}

/**
 * Reads the lines of an output that have their line break.
 *
 * @param chunks The bytes of the output.
 * @param name Its name, for messages.
 * @param whole Is told how many bytes these lines take.
 * @returns The lines.
 * @throws {Refusal} If what has no line break was not written by a batch.
 */
export async function* wholeLines(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  whole: { bytes: number } = { bytes: 0 },
): AsyncGenerator<{ number: number; text: string }> {
  const splitter = new LineSplitter(MAX_OUTPUT_LINE);
  let before = 0;
  for await (const chunk of chunks) {
    for (const { number, bytes } of splitter.push(chunk)) {
      if (bytes === null) refuse(name, number);
      yield { number, text: DECODER.decode(bytes) };
    }
    const end = chunk.lastIndexOf(LF) + 1;
    if (end > 0) whole.bytes = before + end;
    before += chunk.length;
  }
  for (const { number, bytes } of splitter.end()) {
    // No line is whole: it may be a header cut short, or anything else.
    const isTorn = bytes !== null && isTornHeader(DECODER.decode(bytes));
    if (number === 1 && !isTorn) refuse(name, 1);
  }
}

function note(
  { answered, failed }: Pick<OutputScan, "answered" | "failed">,
  { line, ok }: Mark,
): void {
  if (ok) {
    answered.add(line);
    failed.delete(line);
  } else if (!answered.has(line)) failed.add(line);
}

function refuse(name: string, number: number): never {
  throw new Refusal(name, {
    en: {
      reason: `this command did not write line ${number} of it`,
      expected: "an output of this command",
    },
    zh: {
      reason: `第 ${number} 行不是本命令写入的`,
      expected: "本命令的输出文件",
    },
  });
}

/** Lines whose bits share one page. */
const PAGE_LINES = 1 << 15;

/** A set of line numbers; a million of them take an eighth of a megabyte. */
export class LineSet {
  readonly #pages = new Map<number, Uint8Array>();
  #size = 0;

  /** How many lines are in it. */
  get size(): number {
    return this.#size;
  }

  /**
   * Adds a line.
   *
   * @param line Its number.
   */
  add(line: number): void {
    const [page, byte, bit] = placeOf(line);
    let bits = this.#pages.get(page);
    if (bits === undefined) {
      bits = new Uint8Array(PAGE_LINES / 8);
      this.#pages.set(page, bits);
    }
    if ((bits[byte]! & bit) !== 0) return;
    bits[byte]! |= bit;
    this.#size++;
  }

  /**
   * Takes a line out.
   *
   * @param line Its number.
   */
  delete(line: number): void {
    const [page, byte, bit] = placeOf(line);
    const bits = this.#pages.get(page);
    if (bits === undefined || (bits[byte]! & bit) === 0) return;
    bits[byte]! &= ~bit;
    this.#size--;
  }

  /**
   * Says whether a line is in it.
   *
   * @param line Its number.
   * @returns Whether it is.
   */
  has(line: number): boolean {
    const [page, byte, bit] = placeOf(line);
    return ((this.#pages.get(page)?.[byte] ?? 0) & bit) !== 0;
  }
}

function placeOf(line: number): [page: number, byte: number, bit: number] {
  const within = line % PAGE_LINES;
  return [Math.floor(line / PAGE_LINES), within >> 3, 1 << (within & 7)];
}
