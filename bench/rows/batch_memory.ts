/**
 * The peak memory of a long batch against that of a short one.
 *
 * @module
 */

import { atMost } from "../limit.ts";
import { commandLine, type Program } from "../process.ts";
import { ENDPOINT_WORD } from "../programs.ts";
import type { Row } from "../row.ts";
import { startResponder } from "../serving.ts";
import { spread } from "../stats.ts";
import { cliBatch, deviceLines, FILE_WORDS } from "./batch_programs.ts";

/** The row. */
export const batchMemory: Row = {
  name: "batch-memory",
  how:
    "Lines made while they are read go through a pipe into `cli.ts batch`, " +
    "64 at a time, and its answers into a file; the peak is the one that Linux " +
    "keeps for the process (VmHWM). The limit is for the command that " +
    "docs/scale.md gives for a long batch, which bounds the heap that V8 has " +
    "for new objects. How much the peak grows without that, and that of a bare " +
    "fetch, which keeps nothing, stand beside it.",
  commands: () => [
    commandLine(bounded(cliBatch(ENDPOINT_WORD, FILE_WORDS))),
    commandLine(bareFetch(ENDPOINT_WORD, 1_000_000)),
  ],
  async run({ quick, say }) {
    const [few, many] = quick ? [1_000, 10_000] : [10_000, 1_000_000];
    await using responder = await startResponder();
    const { endpoint } = responder;
    const measure = async (
      peakOf: (endpoint: string, count: number) => Promise<number>,
    ) => {
      const peaks = [];
      for (const count of [few, many]) {
        say(`${count.toLocaleString("en-US")} lookups`);
        peaks.push(await peakOf(endpoint, count));
      }
      return peaks as [number, number];
    };
    const line = (what: string, [before, after]: [number, number]) => ({
      what: `peak RSS of ${what} of ${many.toLocaleString("en-US")}`,
      against: `of ${few.toLocaleString("en-US")}`,
      figures: `${megabytes(after)} / ${megabytes(before)}`,
      ratio: spread([after / before]),
    });
    const ours = await measure((endpoint, count) =>
      peakOfBatch(endpoint, count, bounded)
    );
    const plain = await measure(peakOfBatch);
    const theirs = await measure(peakOfFetch);
    const verdict = atMost(ours[1] / ours[0], 1.15);
    return [
      { ...line("a batch", ours), verdict },
      { ...line("a batch without that flag", plain), verdict: null },
      { ...line("bare fetches", theirs), verdict: null },
    ];
  },
};

/** As docs/scale.md advises for long batches. */
function bounded({ options, ...program }: Program): Program {
  const flag = "--v8-flags=--max-semi-space-size=8";
  return { ...program, options: [flag, ...options] };
}

function bareFetch(endpoint: string, count: number): Program {
  return {
    options: ["--v8-flags=--expose-gc", "--allow-net=127.0.0.1"],
    args: ["bench/memory_child.ts", "fetch", endpoint, "1", `${count}`],
  };
}

async function peakOfFetch(endpoint: string, count: number): Promise<number> {
  return await peakOf(bareFetch(endpoint, count), []);
}

async function peakOfBatch(
  endpoint: string,
  count: number,
  change: (program: Program) => Program = (program) => program,
): Promise<number> {
  const output = await Deno.makeTempFile();
  try {
    const program = change(cliBatch(endpoint, { input: "-", output }));
    const options = program.options.filter((it) => it !== "--allow-read=-");
    return await peakOf({ ...program, options }, deviceLines(count));
  } finally {
    await Deno.remove(output);
  }
}

/** Runs a program, and gives its peak in bytes. */
async function peakOf(
  { options, args, env = {} }: Program,
  input: Iterable<string>,
): Promise<number> {
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      ...JSON.parse(Deno.env.get("KUGOU_DENO_ARGS") ?? "[]"),
      "--no-prompt",
      ...options,
      ...args,
    ],
    cwd: new URL("../../", import.meta.url),
    env,
    stdin: "piped",
    stdout: "null",
  }).spawn();
  const feed = ReadableStream.from(input)
    .pipeThrough(new TextEncoderStream()).pipeTo(child.stdin);
  const peak = await watch(child);
  await feed;
  const { code } = await child.status;
  if (code === 0) return peak;
  throw new Error(`Cannot run ${args[0]}: it ended with ${code}`);
}

/** Reads the peak again and again: it is gone with the process. */
async function watch(child: Deno.ChildProcess): Promise<number> {
  let hasEnded = false;
  child.status.finally(() => hasEnded = true);
  let peak = 0;
  while (!hasEnded) {
    peak = Math.max(peak, await readPeak(child.pid));
    await new Promise((go) => setTimeout(go, 100));
  }
  return peak;
}

/** Deno itself reads nothing below /proc without all permissions. */
async function readPeak(pid: number): Promise<number> {
  const { stdout } = await new Deno.Command("grep", {
    args: ["VmHWM", `/proc/${pid}/status`],
    stdout: "piped",
    stderr: "null",
  }).output();
  const [kibibytes] = /\d+/.exec(new TextDecoder().decode(stdout)) ?? [];
  return Number(kibibytes ?? 0) * 1024;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
