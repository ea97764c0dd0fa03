/** Gives lines in their order, where some come late. */
export class InOrder {
  readonly #early = new Map<number, string>();
  #next = 0;

  /** Adds a line; gives all whose turn it is now. */
  *add(place: number, line: string): Generator<string> {
    this.#early.set(place, line);
    for (;;) {
      const ready = this.#early.get(this.#next);
      if (ready === undefined) return;
      this.#early.delete(this.#next++);
      yield ready;
    }
  }

  /** What is left where lines before never came. */
  rest(): string[] {
    const left = [...this.#early].sort(([a], [b]) => a - b);
    return left.map(([, line]) => line);
  }
}
