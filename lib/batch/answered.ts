/** Lines whose bits share one page. */
const PAGE_LINES = 1 << 15;

const FAILED = 1;
const OK = 2;

interface Page {
  readonly states: Uint8Array;
  readonly hashes: Uint32Array;
}

/** What an output says of a line: how it ended, and which line it was. */
export interface Answered {
  readonly ok: boolean;
  readonly hash: string | null;
}

/** The lines that an output has; a million of them take 5 MB. */
export class AnsweredLines {
  readonly #pages = new Map<number, Page>();
  ok = 0;
  failed = 0;

  /** An answer counts, whatever failures of the line stand beside it. */
  set(line: number, { ok, hash }: Answered): void {
    const before = this.get(line);
    if (before?.ok) return;
    if (before !== null) this.failed--;
    if (ok) this.ok++;
    else this.failed++;
    const number = Math.floor(line / PAGE_LINES);
    const page = this.#pages.get(number) ?? {
      states: new Uint8Array(PAGE_LINES),
      hashes: new Uint32Array(PAGE_LINES),
    };
    this.#pages.set(number, page);
    page.states[line % PAGE_LINES] = (ok ? OK : FAILED) |
      (hash === null ? 4 : 0);
    page.hashes[line % PAGE_LINES] = parseInt(hash ?? "0", 16);
  }

  get(line: number): Answered | null {
    const page = this.#pages.get(Math.floor(line / PAGE_LINES));
    const state = page?.states[line % PAGE_LINES] ?? 0;
    if (state === 0) return null;
    const hash = page!.hashes[line % PAGE_LINES]!.toString(16).padStart(8, "0");
    return { ok: (state & OK) !== 0, hash: (state & 4) !== 0 ? null : hash };
  }

  /** Forgets a line that failed, which is asked again. */
  forget(line: number): void {
    if (this.get(line)?.ok !== false) return;
    this.#pages.get(Math.floor(line / PAGE_LINES))!.states[line % PAGE_LINES] =
      0;
    this.failed--;
  }
}
