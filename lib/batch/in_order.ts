/** Gives values in their order, where some come late. */
export class InOrder<T> {
  readonly #early = new Map<number, T>();
  #next = 0;

  /** The place whose turn it is. */
  get next(): number {
    return this.#next;
  }

  /** Adds a value; gives all whose turn has come. */
  add(place: number, value: T): T[] {
    this.#early.set(place, value);
    const ready: T[] = [];
    while (this.#early.has(this.#next)) {
      ready.push(this.#early.get(this.#next)!);
      this.#early.delete(this.#next++);
    }
    return ready;
  }

  /** What is left where values before never came. */
  rest(): T[] {
    const left = [...this.#early].sort(([a], [b]) => a - b);
    return left.map(([, value]) => value);
  }
}
