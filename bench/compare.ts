import { Bench } from "tinybench";

/** One line of the table. */
export interface Line {
  readonly what: string;
  readonly against: string;
  /** Both medians, with their unit. */
  readonly figures: string;
  readonly ratio: number;
  /** The least and the greatest ratio of a round. */
  readonly range: readonly [number, number];
  readonly limit: Limit;
  readonly holds: boolean;
}

/** What a ratio must keep to. */
export type Limit = readonly [sign: "≤" | "<" | "≥", ratio: number];

/** A round is so long, or so many runs, for each of the ways. */
interface Rounds {
  readonly rounds: number;
  readonly roundMs?: number;
  readonly onRound: (text: string) => void;
}

/**
 * Measures several ways to do the same, which take turns, after a round that
 * does not count.
 *
 * @returns For each way, the mean time of a run in each round, in milliseconds.
 */
export async function race<Name extends string>(
  ways: Record<Name, () => Promise<unknown>>,
  { rounds, roundMs = 0, onRound }: Rounds,
): Promise<Record<Name, number[]>> {
  const bench = new Bench({ time: roundMs, iterations: 1, throws: true });
  for (const [name, way] of Object.entries<() => Promise<unknown>>(ways)) {
    bench.add(name, way, { async: true });
  }
  const times = Object.fromEntries(
    Object.keys(ways).map((name) => [name, [] as number[]]),
  ) as Record<Name, number[]>;
  for (let round = 0; round <= rounds; round++) {
    onRound(round === 0 ? "warm-up" : `round ${round} of ${rounds}`);
    const { tasks } = bench;
    for (const task of round % 2 === 0 ? tasks : tasks.toReversed()) {
      task.reset();
      const { result } = await task.run();
      if (result.state !== "completed") throw new Error(`${task.name} failed`);
      if (round > 0) times[task.name as Name].push(result.latency.mean);
    }
  }
  return times;
}

/** What was measured side by side, round by round. */
interface Comparison {
  readonly what: string;
  readonly against: string;
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
  readonly limit: Limit;
  readonly format: (value: number) => string;
}

export function compare(
  { what, against, ours, theirs, limit, format }: Comparison,
): Line {
  const ratios = ours.map((value, round) => value / theirs[round]!);
  const ratio = median(ratios);
  return {
    what,
    against,
    figures: `${format(median(ours))} / ${format(median(theirs))}`,
    ratio,
    range: [Math.min(...ratios), Math.max(...ratios)],
    limit,
    holds: keeps(ratio, limit),
  };
}

function keeps(ratio: number, [sign, limit]: Limit): boolean {
  if (sign === "≥") return ratio >= limit;
  return sign === "<" ? ratio < limit : ratio <= limit;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? sorted[middle]!
    : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export function formatTime(ms: number): string {
  return ms < 1 ? `${(ms * 1000).toFixed(0)} µs` : `${ms.toFixed(1)} ms`;
}
