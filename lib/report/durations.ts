/** Each class is so much wider than the one before. */
const STEP = Math.log(1.05);

/** A million durations in little memory, each as exact as five per cent. */
export class Durations {
  readonly #counts = new Map<number, number>();
  #total = 0;

  add(ms: number): void {
    const step = Math.ceil(Math.log(Math.max(ms, 1)) / STEP);
    this.#counts.set(step, (this.#counts.get(step) ?? 0) + 1);
    this.#total++;
  }

  /** What a share of them took at most, such as 0.5; `null` without any. */
  quantile(share: number): number | null {
    let seen = 0;
    for (const [step, count] of [...this.#counts].sort(([a], [b]) => a - b)) {
      seen += count;
      if (seen >= share * this.#total) return Math.round(Math.exp(step * STEP));
    }
    return null;
  }
}
