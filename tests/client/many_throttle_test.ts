import {
  assert,
  assertEquals,
  assertGreaterOrEqual,
  assertLessOrEqual,
} from "@std/assert";
import { clientFor, collect, delay, requests } from "./fixtures.ts";
import { type Answer, DATA, data, error, serve, text } from "./server.ts";

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
  await using server = serve(
    text("", { status: 429, headers: { "retry-after": "1" } }),
    data(DATA),
  );
  const told = Promise.withResolvers<void>();
  const client = clientFor(server, { onAttempt: () => told.resolve() });
  async function* source() {
    yield* requests(1);
    await told.promise;
    yield* requests(5);
  }
  await collect(client.userInfoMany(source(), { concurrency: 3 }));
  const [first, ...others] = server.seen.map(({ at }) => at);
  assertEquals(others.length, 6);
  // One request may have been read before the pause; none begins within it.
  const early = others.filter((at) => at - first! < 950);
  assertLessOrEqual(early.length, 1);
});
