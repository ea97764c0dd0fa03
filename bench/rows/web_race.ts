/**
 * Asks several servers the same, side by side.
 *
 * @module
 */

import { compare, time } from "../compare.ts";
import { interleave } from "../interleave.ts";
import type { Verdict } from "../limit.ts";
import type { Program } from "../process.ts";
import type { Line, RunOptions } from "../row.ts";
import { median, spread } from "../stats.ts";
import type { Ask, Report } from "../web_load.ts";
import { type Loader, startLoader } from "../web_loader.ts";
import { type Server, startServer } from "../web_server.ts";

/** On how many connections servers are asked. */
export const LANES = 32;

/** What serves, and what it is asked. */
export interface Runner {
  readonly program: Program;
  readonly ask: Ask;
}

/** What was measured of one server, in milliseconds. */
export interface Times {
  /** For one request, over all connections, for each round. */
  readonly each: readonly number[];
  /** What half of the requests took at most, for each round. */
  readonly p50: readonly number[];
  /** What 99 of 100 took at most, for each round. */
  readonly p99: readonly number[];
  /** CPU time of the server for one request, over all rounds and warm-ups. */
  readonly cpu: number;
}

/**
 * Measures servers. They are started anew several times: what the compiler makes
 * of the same code differs by a tenth from one process to the next, and stays as
 * it is while that runs.
 *
 * @param runners The servers.
 * @param options How the row is run.
 * @returns What was measured of each.
 */
export async function race(
  runners: readonly Runner[],
  { quick, say }: RunOptions,
): Promise<Times[]> {
  const starts = quick ? 1 : 5;
  const heats: Times[][] = [];
  for (let start = 1; start <= starts; start++) {
    const told = (text: string) => say(`start ${start} of ${starts}, ${text}`);
    heats.push(await runHeat(runners, { quick, say: told }));
  }
  return runners.map((_, i) => join(heats.map((times) => times[i]!)));
}

/** Measures servers from one start to their end. */
async function runHeat(
  runners: readonly Runner[],
  options: RunOptions,
): Promise<Times[]> {
  await using stack = new AsyncDisposableStack();
  const loader = stack.use(startLoader());
  const racers: Racer[] = [];
  for (const { program, ask } of runners) {
    racers.push({ server: stack.use(await startServer(program)), ask });
  }
  return await measure(loader, racers, options);
}

/** A server that runs, and what it is asked. */
interface Racer {
  readonly server: Server;
  readonly ask: Ask;
}

async function measure(
  loader: Loader,
  racers: readonly Racer[],
  { quick, say }: RunOptions,
): Promise<Times[]> {
  const count = quick ? 200 : 2_000;
  const rounds = quick ? 3 : 5;
  const reports: Report[][] = racers.map(() => []);
  const contestants = racers.map(({ server: { port }, ask }, i) => {
    const run = async () => {
      const order = { port, requests: [ask], count, lanes: LANES };
      reports[i]!.push(await loader.carryOut(order));
    };
    return { run, count };
  });
  const before = await cpuOf(racers);
  const each = await interleave(contestants, {
    rounds,
    // A server runs for days: its code has long been compiled.
    warmUps: quick ? 1 : 10,
    budgetMs: quick ? 5_000 : 20_000,
    onRound: (round) => say(`round ${round} of ${rounds}`),
  });
  const after = await cpuOf(racers);
  return racers.map((_, i) => ({
    each: each[i]!,
    ...byRound(reports[i]!, each[i]!.length),
    cpu: (after[i]! - before[i]!) / reports[i]!.length / count,
  }));
}

async function cpuOf(racers: readonly Racer[]): Promise<number[]> {
  return await Promise.all(racers.map(({ server }) => server.cpuMs()));
}

function join(heats: readonly Times[]): Times {
  return {
    each: heats.flatMap(({ each }) => each),
    p50: heats.flatMap(({ p50 }) => p50),
    p99: heats.flatMap(({ p99 }) => p99),
    cpu: median(heats.map(({ cpu }) => cpu)),
  };
}

/** Each round runs each of them twice; what came before were warm-ups. */
function byRound(reports: readonly Report[], rounds: number) {
  const measured = reports.slice(-2 * rounds);
  const pairs = Array.from(
    { length: rounds },
    (_, i) => measured.slice(2 * i, 2 * i + 2),
  );
  const mean = (of: (report: Report) => number) =>
    pairs.map((pair) => pair.reduce((sum, it) => sum + of(it), 0) / 2);
  return { p50: mean((it) => it.p50), p99: mean((it) => it.p99) };
}

/** What is compared. */
export interface Comparison {
  readonly what: string;
  readonly against: string;
  readonly ours: Times;
  readonly theirs: Times;
}

/**
 * Compares throughput, by the time for one request.
 *
 * @param comparison What is compared.
 * @param judge Judges the median ratio, if it must hold a limit.
 * @returns The line.
 */
export function throughput(
  { what, against, ours, theirs }: Comparison,
  judge?: (ratio: number) => Verdict,
): Line {
  const line = compare({
    ...{ what, against, ours: ours.each, theirs: theirs.each },
    ...judge ? { judge } : {},
  });
  const [a, b] = [ours, theirs].map((it) => perSecond(median(it.each)));
  return { ...line, figures: `${a} / ${b}` };
}

/**
 * Compares latencies and CPU time.
 *
 * @param comparison What is compared.
 * @returns The lines.
 */
export function details(
  { what, against, ours, theirs }: Comparison,
): Line[] {
  const latency = (name: "p50" | "p99") =>
    compare({
      what: `${name} of ${what}`,
      against,
      ours: ours[name],
      theirs: theirs[name],
    });
  return [latency("p50"), latency("p99"), {
    what: `CPU time of the server for ${what}`,
    against,
    figures: `${time(ours.cpu)} / ${time(theirs.cpu)}`,
    ratio: spread([ours.cpu / theirs.cpu]),
    verdict: null,
  }];
}

function perSecond(ms: number): string {
  return `${Math.round(1_000 / ms).toLocaleString("en-US")}/s`;
}
