import type { Answer, FileFacts, OutputHeader } from "./answers.ts";

/** Lines whose ends share one page. */
const PAGE_LINES = 1 << 15;

const FOUND = 1;
const TAKEN = 2;
/** The first number for a reason of failing. */
const FAILED = 3;

/** How some lines ended, what was asked for them, and where that stands. */
interface Page {
  readonly ends: Uint16Array;
  readonly hashes: Uint32Array;
  readonly outputs: Uint16Array;
}

/** The lines of one input. */
type Lines = Map<number, Page>;

/** How the lines of all outputs ended; a million of them take 8 MB. */
export class LineEnds {
  /** By what the header says; inputs that are called alike stand side by side. */
  readonly #inputs = new Map<string, Lines[]>();
  #output: OutputHeader | FileFacts | null = null;
  #number = 0;
  /** The file of each output, by its number. */
  readonly #files: string[] = [];
  #alike: Lines[] = [];

  /**
   * Sets how a line ended: found, or by which reason it failed. Gives what it
   * ended in before and where, or `null`; what was found once stays so.
   */
  set(
    facts: FileFacts,
    answer: Answer,
    failure: number | null,
  ): { readonly failure: number; readonly file: string } | "found" | null {
    const { at, page } = this.#find(facts, answer) ??
      this.#add(answer.line);
    const before = page.ends[at]!;
    if (before === FOUND) return "found";
    const file = this.#files[page.outputs[at]!]!;
    page.ends[at] = failure === null ? FOUND : failure + FAILED;
    page.hashes[at] = hashOf(answer);
    page.outputs[at] = this.#number;
    return before === 0 ? null : { failure: before - FAILED, file };
  }

  /** Goes through the same answers again. */
  rewind(): void {
    this.#output = null;
    this.#number = 0;
  }

  /** Whether it is the answer that a line ended in; each line has one. */
  take(facts: FileFacts, answer: Answer): boolean {
    const place = this.#find(facts, answer);
    if (place === null) return false;
    const { at, page } = place;
    const end = page.ends[at]!;
    const isOther = (end === FOUND) !== answer.ok ||
      page.hashes[at] !== hashOf(answer);
    if (end === TAKEN || isOther) return false;
    page.ends[at] = TAKEN;
    return true;
  }

  #find(facts: FileFacts, answer: Answer) {
    const header = facts.headers.at(-1);
    if ((header ?? facts) !== this.#output) {
      this.#output = header ?? facts;
      this.#begin(facts);
    }
    const number = Math.floor(answer.line / PAGE_LINES);
    const at = answer.line % PAGE_LINES;
    for (const lines of this.#alike) {
      const page = lines.get(number) ?? newPage(lines, number);
      const isSame = page.ends[at] === 0 ||
        page.hashes[at] === hashOf(answer) ||
        // It was corrected, and asked again.
        page.outputs[at] === this.#number;
      if (isSame) return { at, page };
    }
    return null;
  }

  #add(line: number) {
    const lines: Lines = new Map();
    this.#alike.push(lines);
    const page = newPage(lines, Math.floor(line / PAGE_LINES));
    return { at: line % PAGE_LINES, page };
  }

  #begin({ headers, name }: FileFacts): void {
    const header = headers.at(-1);
    this.#files[++this.#number] = name;
    // Shards of one input number its lines together.
    const key = header === undefined
      ? `${this.#number}`
      : JSON.stringify([header.input, header.endpoint]);
    this.#alike = this.#inputs.get(key) ?? [];
    this.#inputs.set(key, this.#alike);
  }
}

function hashOf({ hash }: Answer): number {
  return parseInt(hash ?? "0", 16) >>> 0;
}

function newPage(lines: Lines, number: number): Page {
  const page = {
    ends: new Uint16Array(PAGE_LINES),
    hashes: new Uint32Array(PAGE_LINES),
    outputs: new Uint16Array(PAGE_LINES),
  };
  lines.set(number, page);
  return page;
}
