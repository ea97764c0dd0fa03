/**
 * A batch against loops that are written by hand.
 *
 * @module
 */

import { compare } from "../compare.ts";
import { type Contestant, interleave } from "../interleave.ts";
import { atMost } from "../limit.ts";
import { commandLine, type Program, runProgram } from "../process.ts";
import { ENDPOINT_WORD } from "../programs.ts";
import type { Line, Row, RunOptions } from "../row.ts";
import { startResponder } from "../serving.ts";
import {
  bareBatch,
  cliBatch,
  curlWords,
  deviceLines,
  FILE_WORDS,
  type Files,
} from "./batch_programs.ts";

/** 0.85 of the throughput is this much more time. */
const LIMIT = 1 / 0.85;

/** The row. */
export const batch: Row = {
  name: "batch",
  how: "20,000 lines from file to file, 64 at a time, as whole processes, to " +
    "the responder of `client`; the time is for one line. The loop by hand " +
    "does the same calls with the same time limit, and keeps all in memory. " +
    "0.85 of its throughput is a ratio of 1.18. `xargs` starts a `curl` for " +
    "each of fewer lines.",
  commands: () => [
    ...[
      cliBatch(ENDPOINT_WORD, FILE_WORDS),
      bareBatch(ENDPOINT_WORD, FILE_WORDS, "limit"),
    ].map(commandLine),
    `xargs ${curlWords(ENDPOINT_WORD).map((it) => `'${it}'`).join(" ")}`,
  ],
  async run(options) {
    const dir = await Deno.makeTempDir();
    try {
      await using responder = await startResponder();
      return await measure(dir, responder.endpoint, options);
    } finally {
      await Deno.remove(dir, { recursive: true });
    }
  },
};

async function measure(
  dir: string,
  endpoint: string,
  { quick, say }: RunOptions,
): Promise<Line[]> {
  const count = quick ? 1_000 : 20_000;
  const rounds = quick ? 3 : 7;
  const files = { input: `${dir}/in.ndjson`, output: `${dir}/out.ndjson` };
  await Deno.writeTextFile(files.input, [...deviceLines(count)].join(""));
  const contestants = [
    cliBatch(endpoint, files),
    bareBatch(endpoint, files, "limit"),
    bareBatch(endpoint, files, "no-limit"),
  ].map((program) => fromNothing(program, files, count));
  const [ours, limited, barest, curl] = await interleave(
    [...contestants, xargs(endpoint, quick ? 20 : 500)],
    {
      rounds,
      warmUps: 1,
      budgetMs: quick ? 10_000 : 240_000,
      onRound: (round) => say(`round ${round} of ${rounds}`),
    },
  ) as [number[], number[], number[], number[]];
  const what = "a line of `cli.ts batch`";
  const judge = (ratio: number) => atMost(ratio, LIMIT);
  return [
    compare({
      what,
      against: "a fetch loop by hand",
      ours,
      theirs: limited,
      judge,
    }),
    compare({
      what,
      against: "the same without time limits",
      ours,
      theirs: barest,
    }),
    compare({ what, against: "`xargs -P64 curl`", ours, theirs: curl }),
  ];
}

/** An output must be new each time. */
function fromNothing(
  program: Program,
  { output }: Files,
  count: number,
): Contestant {
  const run = async () => {
    await Deno.remove(output).catch(() => {});
    await runProgram(program);
  };
  return { run, count };
}

function xargs(endpoint: string, count: number): Contestant {
  const run = async () => {
    const child = new Deno.Command("xargs", {
      args: curlWords(endpoint),
      stdin: "piped",
    }).spawn();
    const devices = Array.from({ length: count }, (_, i) => `P/dev${i}\n`);
    await new Blob(devices).stream().pipeTo(child.stdin);
    const { code } = await child.status;
    if (code !== 0) throw new Error(`Cannot run xargs: it ended with ${code}`);
  };
  return { run, count };
}
