/**
 * The page against the barest page of the same framework.
 *
 * @module
 */

import { atMost } from "../limit.ts";
import { commandLine } from "../process.ts";
import type { Line, Row, RunOptions } from "../row.ts";
import { buildPages, serveBarePage, servePage } from "../web_programs.ts";
import { details, LANES, race, throughput, type Times } from "./web_race.ts";

/** 0.6 of the throughput is this much more time. */
const LIMIT = 1 / 0.6;

/** The row. */
export const webGet: Row = {
  name: "web-get",
  how:
    `Built pages, each served by a process of its own, are asked for \`/\` ` +
    `on ${LANES} connections by another process, in blocks of 2,000 requests ` +
    `that take turns, and started anew five times. The barest page is one ` +
    `route with an \`<h1>\`. 0.6 of its throughput is a ratio of 1.67. The ` +
    `access log goes into a file.`,
  commands: () => [servePage(), serveBarePage()].map(commandLine),
  async run(options) {
    options.say("build");
    await buildPages();
    return await measure(options);
  },
};

async function measure(options: RunOptions): Promise<Line[]> {
  const ask = { path: "/" };
  const [times, loggedTimes, bareTimes] = await race(
    [servePage(), servePage({ log: true }), serveBarePage()]
      .map((program) => ({ program, ask })),
    options,
  ) as [Times, Times, Times];
  const comparison = {
    what: "`GET /`",
    against: "the barest page",
    ours: times,
    theirs: bareTimes,
  };
  return [
    throughput(comparison, (ratio) => atMost(ratio, LIMIT)),
    throughput({
      ...comparison,
      what: "`GET /` with the access log",
      ours: loggedTimes,
    }),
    ...details(comparison),
  ];
}
