import {
  compare,
  formatTime,
  type Limit,
  type Line,
  race,
} from "../compare.ts";
import { startServer } from "../processes.ts";
import { DEVICE, RESPONDER, TOKEN } from "../others/endpoint.ts";
import { byFetch } from "../others/fetch.ts";
import { byAxios, byKy, byOfetch } from "../others/lookups.ts";
import { createSdkLookup } from "../others/sdk.mjs";
import { KugouClient } from "../../mod.ts";

const LIMITS: Record<string, Limit> = {
  "`fetch` with `AbortSignal.timeout`": ["≤", 1.35],
  ky: ["<", 1],
  axios: ["<", 1],
  "Tencent's SDK": ["<", 1],
  ofetch: ["≤", 1.05],
};

/** A lookup through the client, one at a time and 16 at a time. */
export async function lookup(say: (text: string) => void): Promise<Line[]> {
  await using responder = await startServer(RESPONDER);
  const endpoint = responder.url;
  const kugou = new KugouClient({ accessToken: TOKEN, endpoint });
  const ways: Record<string, () => Promise<unknown>> = {
    ours: () => kugou.userInfo({ deviceId: DEVICE }),
    "`fetch` with `AbortSignal.timeout`": () => byFetch(endpoint),
    ky: () => byKy(endpoint),
    axios: () => byAxios(endpoint),
    "Tencent's SDK": createSdkLookup(endpoint, TOKEN, DEVICE),
    ofetch: () => byOfetch(endpoint),
  };
  const lines: Line[] = [];
  for (const lanes of [1, 16]) {
    const times = await race(together(ways, lanes), {
      rounds: 15,
      roundMs: 250,
      onRound: (text) => say(`${lanes} at a time, ${text}`),
    });
    for (const [against, limit] of Object.entries(LIMITS)) {
      lines.push(compare({
        what: `a lookup, ${lanes} at a time`,
        against,
        ours: times["ours"]!.map((ms) => ms / lanes),
        theirs: times[against]!.map((ms) => ms / lanes),
        limit,
        format: formatTime,
      }));
    }
  }
  return lines;
}

function together(
  ways: Record<string, () => Promise<unknown>>,
  lanes: number,
): typeof ways {
  return Object.fromEntries(
    Object.entries(ways).map(([name, way]) => [
      name,
      () => Promise.all(Array.from({ length: lanes }, way)),
    ]),
  );
}
