/** Keeps the first few of many, in order. */
export class Soonest<T> {
  readonly #most: number;
  readonly #timeOf: (value: T) => number;
  readonly #kept: T[] = [];
  #count = 0;

  constructor(most: number, timeOf: (value: T) => number) {
    this.#most = most;
    this.#timeOf = timeOf;
  }

  /** How many there are in all. */
  get count(): number {
    return this.#count;
  }

  get kept(): readonly T[] {
    return this.#kept;
  }

  add(value: T): void {
    this.#count++;
    const time = this.#timeOf(value);
    const last = this.#kept.at(-1);
    if (this.#kept.length === this.#most) {
      if (last === undefined || time >= this.#timeOf(last)) return;
      this.#kept.pop();
    }
    const at = this.#kept.findLastIndex((it) => this.#timeOf(it) <= time);
    this.#kept.splice(at + 1, 0, value);
  }
}
