/**
 * What the server of the page holds after many requests against after fewer.
 *
 * @module
 */

import { atMost } from "../limit.ts";
import type { Program } from "../process.ts";
import type { Line, Row, RunOptions } from "../row.ts";
import { startResponder } from "../serving.ts";
import { spread } from "../stats.ts";
import type { Ask } from "../web_load.ts";
import { type Loader, startLoader } from "../web_loader.ts";
import { buildPages, serveForward, servePage } from "../web_programs.ts";
import { startServer } from "../web_server.ts";
import { LOOKUP } from "./web_post.ts";
import { LANES } from "./web_race.ts";

const MANY = 100_000;

/** The row. */
export const webMemory: Row = {
  name: "web-memory",
  how: "RSS of the server of `web-post` from outside, after 100,000 requests " +
    `on ${LANES} connections against after 1,000: \`GET /\` and ` +
    "`POST /api/user-info` take turns. V8 lets its heap grow at first, " +
    "whatever is served, as that of the bare server shows, which is only sent " +
    "lookups. From half of the requests to all of them only a leak goes on: " +
    "the limit is 1.15.",
  async run(options) {
    options.say("build");
    await buildPages();
    await using responder = await startResponder();
    await using loader = startLoader();
    const { endpoint } = responder;
    const page = [{ path: "/" }, LOOKUP];
    const ours = await measure(servePage({ endpoint }), page, loader, options);
    const theirs = await measure(
      ...[serveForward(endpoint), [LOOKUP], loader, options] as const,
    );
    const [whole, half, ...rest] = [...ours, ...theirs];
    return [
      whole!,
      { ...half!, verdict: atMost(half!.ratio.median, 1.15) },
      ...rest,
    ];
  },
};

async function measure(
  program: Program,
  requests: readonly Ask[],
  loader: Loader,
  { quick, say }: RunOptions,
): Promise<[Line, Line]> {
  await using server = await startServer(program);
  const { port } = server;
  const many = quick ? 2_000 : MANY;
  const marks = [many / 100, many / 2, many];
  const isOurs = requests.length > 1;
  const weights: number[] = [];
  let done = 0;
  for (const mark of marks) {
    say(`${isOurs ? "the page" : "the bare server"}: ${number(mark)} requests`);
    const order = { port, requests, count: mark - done, lanes: LANES };
    await loader.carryOut(order);
    done = mark;
    weights.push(await server.rss());
  }
  const [few, half, all] = weights as [number, number, number];
  const line = lineOf(isOurs ? "the page" : "a bare `Deno.serve`", marks);
  return [line(few, 0, all), line(half, 1, all)];
}

function lineOf(who: string, marks: readonly number[]) {
  return (before: number, mark: number, after: number): Line => ({
    what: `RSS of ${who} after ${number(marks.at(-1)!)} requests`,
    against: `after ${number(marks[mark]!)}`,
    figures: `${megabytes(after)} / ${megabytes(before)}`,
    ratio: spread([after / before]),
    verdict: null,
  });
}

function number(value: number): string {
  return value.toLocaleString("en-US");
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
