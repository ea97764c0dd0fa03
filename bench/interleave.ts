/**
 * Measures several ways to do the same, side by side.
 *
 * Other work on the machine slows whatever runs at the moment. So each round
 * runs every way twice, in an order that is the same from both ends (A B B A),
 * and only what was measured within one round is compared.
 *
 * @module
 */

/** One way to do it. */
export interface Contestant {
  /** Does it, some number of times. */
  readonly run: () => Promise<void>;
  /** How many times that is. */
  readonly count: number;
}

/** How much is measured. */
export interface Rounds {
  /** How many rounds are measured. */
  readonly rounds: number;
  /** How many rounds go before them unmeasured, for the compiler and caches. */
  readonly warmUps: number;
  /** When to stop even before, in milliseconds. */
  readonly budgetMs: number;
  /** Told after each round. */
  readonly onRound?: (round: number) => void;
}

/** So that a table says something even where time runs out. */
const FEWEST_ROUNDS = 3;

/**
 * Measures.
 *
 * @param contestants The ways to do it.
 * @param rounds How much to measure.
 * @returns For each contestant, the milliseconds for one time, for each round.
 */
export async function interleave(
  contestants: readonly Contestant[],
  rounds: Rounds,
): Promise<number[][]> {
  for (let i = 0; i < rounds.warmUps; i++) await runRound(contestants, i);
  const times: number[][] = contestants.map(() => []);
  const end = performance.now() + rounds.budgetMs;
  for (let round = 0; round < rounds.rounds; round++) {
    if (round >= FEWEST_ROUNDS && performance.now() > end) break;
    const sums = await runRound(contestants, round);
    sums.forEach((ms, i) => times[i]!.push(ms / 2 / contestants[i]!.count));
    rounds.onRound?.(round + 1);
  }
  return times;
}

/** Runs each of them twice, and begins with another one each round. */
async function runRound(
  contestants: readonly Contestant[],
  round: number,
): Promise<number[]> {
  const sums = contestants.map(() => 0);
  for (const i of palindrome(contestants.length, round)) {
    const start = performance.now();
    await contestants[i]!.run();
    sums[i]! += performance.now() - start;
  }
  return sums;
}

/**
 * The order of a round.
 *
 * @param length How many contestants there are.
 * @param round Which round it is.
 * @returns Each of them twice, by number: `[0, 1, 1, 0]`, then `[1, 0, 0, 1]`.
 */
export function palindrome(length: number, round: number): number[] {
  const there = Array.from({ length }, (_, i) => (i + round) % length);
  return [...there, ...there.toReversed()];
}
