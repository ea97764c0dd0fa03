/**
 * A lookup through the client against a bare `fetch` that does the same.
 *
 * @module
 */

import { KugouClient } from "../../mod.ts";
import { DEVICE, TOKEN } from "../answer.ts";
import { compare } from "../compare.ts";
import { interleave } from "../interleave.ts";
import { atMost } from "../limit.ts";
import {
  bareLookup,
  inLanes,
  inSequence,
  type Lookup,
  sameLookup,
} from "../lookups.ts";
import type { Line, Row, RunOptions } from "../row.ts";
import { startResponder } from "../serving.ts";

const LANES = 16;

/** The row. */
export const client: Row = {
  name: "client",
  how: "One process, over loopback, to a responder in another process that " +
    "gives one constant answer. Blocks of 100 lookups take turns. The bare " +
    "fetch that does the same has `AbortSignal.timeout(10_000)`, and reads the " +
    "ends of the memberships as dates, as the client does. The barest only " +
    "looks at the error code. Against itself it shows the noise.",
  async run(options) {
    await using responder = await startResponder();
    const { endpoint } = responder;
    const kugou = new KugouClient({ accessToken: TOKEN, endpoint });
    const lookup = () => kugou.userInfo({ deviceId: DEVICE });
    return [
      ...await oneByOne(lookup, endpoint, options),
      ...await severalAtATime(lookup, endpoint, options),
    ];
  },
};

async function oneByOne(
  lookup: Lookup,
  endpoint: string,
  { quick, say }: RunOptions,
): Promise<Line[]> {
  const bare = bareLookup(endpoint);
  const count = quick ? 20 : 100;
  const rounds = quick ? 5 : 150;
  const [ours, theirs, again, same] = await interleave(
    [lookup, bare, bare, sameLookup(endpoint)]
      .map((each) => inSequence(each, count)),
    {
      rounds,
      warmUps: quick ? 2 : 15,
      budgetMs: quick ? 5_000 : 120_000,
      onRound: (round) => say(`one by one, round ${round} of ${rounds}`),
    },
  ) as [number[], number[], number[], number[]];
  const what = "a lookup through the client";
  return [
    compare({
      what,
      against: "the barest fetch",
      ours,
      theirs,
    }),
    compare({
      what,
      against: "a bare `fetch` that does the same",
      ours,
      theirs: same,
      judge: (ratio) => atMost(ratio, 1.05),
    }),
    compare({
      what: "the barest fetch",
      against: "itself",
      ours: again,
      theirs,
    }),
  ];
}

async function severalAtATime(
  lookup: Lookup,
  endpoint: string,
  { quick, say }: RunOptions,
): Promise<Line[]> {
  const count = quick ? 64 : 640;
  const rounds = quick ? 3 : 60;
  const [ours, theirs, same] = await interleave(
    [lookup, bareLookup(endpoint), sameLookup(endpoint)]
      .map((each) => inLanes(each, count, LANES)),
    {
      rounds,
      warmUps: quick ? 1 : 5,
      budgetMs: quick ? 5_000 : 60_000,
      onRound: (round) =>
        say(`${LANES} at a time, round ${round} of ${rounds}`),
    },
  ) as [number[], number[], number[]];
  const what = `lookups through the client, ${LANES} at a time`;
  return [
    compare({ what, against: "the barest fetch", ours, theirs }),
    compare({
      what,
      against: "a bare `fetch` that does the same",
      ours,
      theirs: same,
    }),
  ];
}
