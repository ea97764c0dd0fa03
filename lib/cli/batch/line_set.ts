/**
 * A set of line numbers that takes one bit for each.
 *
 * @module
 */

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
