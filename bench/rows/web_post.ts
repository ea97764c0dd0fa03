/**
 * A lookup through the API of the page against one that is only forwarded.
 *
 * @module
 */

import { DEVICE, TOKEN } from "../answer.ts";
import { atMost } from "../limit.ts";
import { commandLine } from "../process.ts";
import { ENDPOINT_WORD } from "../programs.ts";
import type { Line, Row, RunOptions } from "../row.ts";
import { startResponder } from "../serving.ts";
import type { Ask } from "../web_load.ts";
import { buildPages, serveForward, servePage } from "../web_programs.ts";
import { details, LANES, race, throughput, type Times } from "./web_race.ts";

/** 0.6 of the throughput is this much more time. */
const LIMIT = 1 / 0.6;

/** A lookup, as a program asks for it. */
export const LOOKUP: Ask = {
  path: "/api/user-info",
  body: JSON.stringify({ deviceId: DEVICE, accessToken: TOKEN }),
};

/** The row. */
export const webPost: Row = {
  name: "web-post",
  how: `As in \`web-get\`, with \`POST /api/user-info\`, on ${LANES} ` +
    "connections, and the responder of `client` behind both. The bare " +
    "`Deno.serve` reads the same JSON, makes the same call by `fetch`, and " +
    "hands back what it gets as it is.",
  commands: () => [
    // A real address, so that the permissions can be written.
    commandLine(servePage({ endpoint: "http://127.0.0.1:8001/" })),
    commandLine(serveForward(ENDPOINT_WORD)),
  ],
  async run(options) {
    options.say("build");
    await buildPages();
    return await measure(options);
  },
};

async function measure(options: RunOptions): Promise<Line[]> {
  await using responder = await startResponder();
  const { endpoint } = responder;
  const [times, loggedTimes, bareTimes] = await race(
    [
      servePage({ endpoint }),
      servePage({ endpoint, log: true }),
      serveForward(endpoint),
    ].map((program) => ({ program, ask: LOOKUP })),
    options,
  ) as [Times, Times, Times];
  const comparison = {
    what: "`POST /api/user-info`",
    against: "a bare `Deno.serve` that forwards",
    ours: times,
    theirs: bareTimes,
  };
  return [
    throughput(comparison, (ratio) => atMost(ratio, LIMIT)),
    throughput({
      ...comparison,
      what: "`POST /api/user-info` with the access log",
      ours: loggedTimes,
    }),
    ...details(comparison),
  ];
}
