import {
  assert,
  assertEquals,
  assertGreater,
  assertGreaterOrEqual,
  assertLessOrEqual,
} from "@std/assert";
import { clientFor, collect, delay, requests } from "./fixtures.ts";
import { type Answer, DATA, data, error, serve } from "./server.ts";

for (
  const limited of [
    error("LimitExceeded"),
    () => Response.json({ Response: { ErrorCode: 200002 } }),
    () => new Response("", { status: 429 }),
  ] as Answer[]
) {
  const name = await (async () =>
    (await (await limited(null!, 0, null!)).text()).slice(0, 40) ||
    "HTTP 429")();
  Deno.test(`after ${name} fewer lookups are under way, and later more again`, async () => {
    let now = 0;
    const underWay: number[] = [];
    await using server = serve(async (seen, index) => {
      underWay.push(++now);
      await delay(8);
      now--;
      const isTooMany = index >= 16 && index < 32;
      return await (isTooMany ? limited : data(DATA))(seen, index, null!);
    });
    const client = clientFor(server, {
      retry: { limit: 5, baseDelayMs: 1, maxDelayMs: 1 },
    });
    const options = { concurrency: 16 };
    const results = await collect(client.userInfoMany(requests(600), options));
    assert(results.every(({ status }) =>
      status === "fulfilled"
    ));
    assertGreaterOrEqual(Math.max(...underWay.slice(0, 16)), 13);
    assertLessOrEqual(Math.max(...underWay.slice(50, 60)), 11);
    assertGreaterOrEqual(Math.max(...underWay.slice(-100)), 13);
  });
}

Deno.test("a Retry-After pauses every lane", async () => {
  const starts: number[] = [];
  await using server = serve((seen, index) => {
    starts.push(seen.at);
    return index === 0
      ? new Response("", { status: 429, headers: { "retry-after": "1" } })
      : data(DATA)(seen, index, null!);
  });
  const client = clientFor(server);
  async function* source() {
    yield* requests(1);
    await delay(100); // until the server has said that it is too much
    yield* requests(5);
  }
  await collect(client.userInfoMany(source(), { concurrency: 3 }));
  assertEquals(starts.length, 7);
  // One request may have been read before the pause; none begins within it.
  const pause = starts.slice(1).map((at) => at - starts[0]!).filter((ms) =>
    ms > 300
  );
  assertGreaterOrEqual(pause.length, 5);
  assertGreater(Math.min(...pause), 950);
});
