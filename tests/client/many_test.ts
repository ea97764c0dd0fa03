import {
  KugouApiError,
  type KugouAttempt,
  KugouInputError,
  type KugouManyOptions,
  type KugouManyRequest,
  type KugouSettled,
} from "@kugou-iot/client";
import {
  assert,
  assertEquals,
  assertInstanceOf,
  assertLessOrEqual,
  assertRejects,
} from "@std/assert";
import {
  clientFor,
  collect,
  delay,
  DEVICE,
  NOWHERE,
  requests,
  TOKEN,
} from "./fixtures.ts";
import { byName, DATA, data, error, serve, tokensSent } from "./server.ts";

Deno.test("each request ends in one result that knows its place", async () => {
  await using server = serve(byName);
  const results = await collect(
    clientFor(server).userInfoMany(requests(50), { concurrency: 8 }),
  );
  assertEquals(results.length, 50);
  for (const result of results) {
    assert(result.status === "fulfilled");
    assertEquals(result.value.user.id, String(result.index));
    assertEquals(result.deviceId, `LAEG4YJE1A/${result.index}`);
  }
  assertEquals(new Set(results.map(({ index }) => index)).size, 50);
});

Deno.test("results come as they are completed unless they are to come in order", async () => {
  await using server = serve(byName);
  const indexes = async (options: KugouManyOptions) =>
    (await collect(
      clientFor(server).userInfoMany(requests(12), {
        concurrency: 4,
        ...options,
      }),
    )).map(({ index }) => index);
  const inOrder = [...Array(12).keys()];
  assertEquals(await indexes({ order: "input" }), inOrder);
  const completed = await indexes({ order: "completion" });
  assertEquals(completed.toSorted((a, b) => a - b), inOrder);
  assert(completed.join() !== inOrder.join(), "the slow ones came first");
});

Deno.test("no requests give no results", async () => {
  assertEquals(await collect(clientFor(NOWHERE).userInfoMany([])), []);
});

Deno.test("a lookup that fails ends none of the others", async () => {
  await using server = serve((seen, i) =>
    seen.body.DeviceId.endsWith("/1")
      ? error("ResourceNotFound.DeviceNotExist")(seen, i, null!)
      : byName(seen, i, null!)
  );
  const list: KugouManyRequest[] = [...requests(3), { deviceId: "no slash" }, {
    deviceId: DEVICE,
    accessToken: "line\nbreak",
  }, null!];
  const results = await collect(
    clientFor(server).userInfoMany(list, { order: "input" }),
  );
  assertEquals(results.map(({ status }) => status), [
    "fulfilled",
    "rejected",
    "fulfilled",
    "rejected",
    "rejected",
    "rejected",
  ]);
  const reasons = results.map((result) =>
    result.status === "rejected" ? result.reason : null
  );
  assertInstanceOf(reasons[1], KugouApiError);
  assertInstanceOf(reasons[3], KugouInputError);
  assertInstanceOf(reasons[4], KugouInputError);
});

Deno.test("each request may bring its own token", async () => {
  await using server = serve(data(DATA));
  const list = [{ deviceId: DEVICE, accessToken: "own-token" }, {
    deviceId: DEVICE,
  }];
  const results = await collect(
    clientFor(server).userInfoMany(list, { concurrency: 1 }),
  );
  assertEquals(tokensSent(server), ["own-token", TOKEN]);
  assert(!Deno.inspect(results, { depth: 9 }).includes("own-token"));
});

Deno.test("onAttempt is told about the attempts of every lookup", async () => {
  await using server = serve(data(DATA));
  const attempts: KugouAttempt[] = [];
  const client = clientFor(server, {
    onAttempt: (attempt) => attempts.push(attempt),
  });
  await collect(client.userInfoMany(requests(7)));
  assertEquals(attempts.length, 7);
});

Deno.test("no more lookups are under way than asked for, and no fewer", async () => {
  let now = 0, most = 0;
  await using server = serve(async () => {
    most = Math.max(most, ++now);
    await delay(5);
    now--;
    return Response.json({ Response: { Data: DATA } });
  });
  await collect(
    clientFor(server).userInfoMany(requests(60), { concurrency: 6 }),
  );
  assertEquals(most, 6);
});

for (const order of ["completion", "input"] as const) {
  Deno.test(`in ${order} order no request is read before a lane is free for it`, async () => {
    await using server = serve(data(DATA));
    let read = 0, got = 0;
    function* counted() {
      for (const request of requests(40)) {
        read++;
        assertLessOrEqual(read - got, 5);
        yield request;
      }
    }
    for await (
      const _ of clientFor(server).userInfoMany(counted(), {
        concurrency: 4,
        order,
      })
    ) {
      await delay(1);
      got++;
    }
    assertEquals([read, got], [40, 40]);
  });
}

Deno.test("a source that is slow holds back no result", async () => {
  await using server = serve(data(DATA));
  const { promise, resolve } = Promise.withResolvers<void>();
  async function* slow() {
    yield { deviceId: DEVICE };
    await promise;
    yield { deviceId: DEVICE };
  }
  const results = clientFor(server).userInfoMany(slow());
  assertEquals((await results.next()).value?.index, 0);
  resolve();
  assertEquals((await results.next()).value?.index, 1);
  assertEquals((await results.next()).done, true);
});

Deno.test("what the source throws comes after the results of all that it gave", async () => {
  await using server = serve(byName);
  function* broken() {
    yield* requests(3);
    throw new RangeError("the file is broken");
  }
  const results: KugouSettled[] = [];
  await assertRejects(
    async () => {
      for await (const result of clientFor(server).userInfoMany(broken())) {
        results.push(result);
      }
    },
    RangeError,
    "the file is broken",
  );
  assertEquals(results.length, 3);
});

Deno.test("a source that throws at once ends the loop with what it throws", async () => {
  await using server = serve(byName);
  for (const given of [0, 1]) {
    const broken = function* (): Generator<KugouManyRequest> {
      yield* requests(given);
      throw new RangeError("the file is broken");
    };
    const signal = AbortSignal.timeout(5_000);
    const options = { concurrency: 1, signal };
    const lookUp = () =>
      collect(clientFor(server).userInfoMany(broken(), options));
    await assertRejects(lookUp, RangeError, "the file is broken");
    assert(!signal.aborted, "nothing but the abort ended it");
  }
});
