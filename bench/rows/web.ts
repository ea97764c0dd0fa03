import { fileURLToPath } from "node:url";
import autocannon from "autocannon";
import { compare, type Line } from "../compare.ts";
import { DEVICE, RESPONDER, TOKEN } from "../others/endpoint.ts";
import { type Program, ROOT, run, startServer } from "../processes.ts";

const ROUNDS = 5;
const SECONDS = 2;
const CONNECTIONS = 32;

const LOOKUP = {
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ deviceId: DEVICE, accessToken: TOKEN }),
};

/** The built page and its API, without a log. */
export async function web(say: (text: string) => void): Promise<Line[]> {
  say("build");
  for (const directory of [".", "bench/others/page"]) {
    const root = fileURLToPath(new URL(directory, ROOT));
    await run({ args: ["-A", "bench/build_page.ts", root] });
  }
  await using responder = await startServer(RESPONDER);
  const page = servePage(responder.url);
  const bare = { args: ["-A", "bench/others/page/serve.ts"] };
  const forward = { args: ["-A", "bench/others/forward.ts", responder.url] };
  return [
    compare({
      what: "`GET /`",
      against: "the barest page with one island",
      ...await measure([page, bare], "/", {}, say),
      limit: ["≥", 0.35],
      format,
    }),
    compare({
      what: "`POST /api/user-info`",
      against: "a bare `Deno.serve` that forwards",
      ...await measure([page, forward], "/api/user-info", LOOKUP, say),
      limit: ["≥", 0.4],
      format,
    }),
  ];
}

function servePage(endpoint: string): Program {
  const env = {
    HOST: "127.0.0.1",
    PORT: "0",
    KUGOU_ENDPOINT: endpoint,
    RATE_LIMIT: "0",
    ACCESS_LOG: "0",
  };
  return { args: ["-A", "tasks/serve.ts"], env };
}

/** Requests per second of two servers, which are started anew each round. */
async function measure(
  programs: readonly [ours: Program, theirs: Program],
  path: string,
  request: object,
  say: (text: string) => void,
): Promise<{ ours: number[]; theirs: number[] }> {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    say(`${path}, round ${round} of ${ROUNDS}`);
    await using first = await startServer(programs[0]);
    await using second = await startServer(programs[1]);
    const urls = [first.url, second.url].map((url) => new URL(path, url).href);
    ours.push(await requestsPerSecond(urls[0]!, request));
    theirs.push(await requestsPerSecond(urls[1]!, request));
  }
  return { ours, theirs };
}

async function requestsPerSecond(
  url: string,
  request: object,
): Promise<number> {
  const load = { connections: CONNECTIONS, duration: SECONDS };
  const warmup = { connections: CONNECTIONS, duration: 1 };
  const result = await autocannon({ url, ...request, ...load, warmup });
  const answers = result["2xx"];
  if (answers === 0 || result.non2xx > 0 || result.errors > 0) {
    throw new Error(
      `${url}: ${result.non2xx + result.errors} of requests failed`,
    );
  }
  return answers / result.duration;
}

function format(requests: number): string {
  return `${Math.round(requests).toLocaleString("en-US")}/s`;
}
