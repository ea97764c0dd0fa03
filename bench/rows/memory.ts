/**
 * What a process holds after many lookups against what it held after fewer.
 *
 * @module
 */

import { hardlyGrows } from "../limit.ts";
import type { Memory } from "../memory_child.ts";
import { commandLine, type Program, runProgram } from "../process.ts";
import { ENDPOINT_WORD } from "../programs.ts";
import type { Line, Row } from "../row.ts";
import { startResponder } from "../serving.ts";
import { ratios, spread } from "../stats.ts";

const TIMES = 10;
const COUNT = 10_000;

/** The row. */
export const memory: Row = {
  name: "memory",
  how:
    "100,000 lookups, 16 at a time, through one client in a process of its " +
    "own. After each 10,000 the garbage is collected and the rest is weighed; " +
    "the last is judged against the first. What a bare fetch makes Deno hold " +
    "stands beside it.",
  commands: () =>
    ["client", "fetch"].map((name) =>
      commandLine(program(name, ENDPOINT_WORD, COUNT))
    ),
  async run({ quick, say }) {
    await using responder = await startResponder();
    const lines: Line[] = [];
    for (const name of ["client", "fetch"]) {
      const count = quick ? 100 : COUNT;
      say(`${name}: ${number(TIMES * count)} lookups`);
      const json = await runProgram(program(name, responder.endpoint, count));
      lines.push(...linesOf(name, JSON.parse(json), count));
    }
    return lines;
  },
};

function program(name: string, endpoint: string, count: number): Program {
  return {
    options: ["--v8-flags=--expose-gc", "--allow-net=127.0.0.1"],
    args: ["bench/memory_child.ts", name, endpoint, `${TIMES}`, `${count}`],
  };
}

function linesOf(name: string, all: readonly Memory[], count: number): Line[] {
  const who = name === "client" ? "the client" : "a bare fetch";
  return (["heap", "rss"] as const).map((kind) => {
    const [first = 0, ...rest] = all.map((each) => each[kind]);
    const last = rest.at(-1) ?? first;
    const isJudged = name === "client" && kind === "heap";
    return {
      what: `${kind === "rss" ? "RSS" : kind} after ${
        number(TIMES * count)
      } lookups through ${who}`,
      against: `after ${number(count)}`,
      figures: `${megabytes(last)} / ${megabytes(first)}`,
      ratio: spread(ratios(rest, rest.map(() => first))),
      verdict: isJudged ? hardlyGrows(first, last) : null,
    };
  });
}

function number(value: number): string {
  return value.toLocaleString("en-US");
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(2)} MB`;
}
