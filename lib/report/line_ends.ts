/** Lines whose ends share one page. */
const PAGE_LINES = 1 << 15;

const FOUND = 1;

/** How the lines of an output ended; a million of them take 2 MB. */
export class LineEnds {
  readonly #pages = new Map<number, Uint16Array>();

  isFound(line: number): boolean {
    const page = this.#pages.get(Math.floor(line / PAGE_LINES));
    return page?.[line % PAGE_LINES] === FOUND;
  }

  /**
   * Sets how a line ended: found, or by which reason it failed. Gives what it
   * ended in before, or `null`; what was found once stays so.
   */
  set(line: number, failure: number | null): number | "found" | null {
    const number = Math.floor(line / PAGE_LINES);
    let page = this.#pages.get(number);
    if (page === undefined) {
      page = new Uint16Array(PAGE_LINES);
      this.#pages.set(number, page);
    }
    const at = line % PAGE_LINES;
    const before = page[at]!;
    if (before === FOUND) return "found";
    page[at] = failure === null ? FOUND : failure + 2;
    return before === 0 ? null : before - 2;
  }
}
