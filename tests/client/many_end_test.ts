import {
  KugouClient,
  KugouInputError,
  type KugouManyOptions,
  type KugouManyRequest,
  type KugouSettled,
} from "@kugou-iot/client";
import {
  assert,
  assertEquals,
  assertLess,
  assertStrictEquals,
  assertThrows,
} from "@std/assert";
import {
  clientFor,
  delay,
  DEVICE,
  NOWHERE,
  requests,
  TOKEN,
} from "./fixtures.ts";
import { byName, DATA, data, serve } from "./server.ts";

Deno.test("leaving the loop early aborts what is under way and lets the source go", async () => {
  await using server = serve(async () => {
    await delay(5);
    return Response.json({ Response: { Data: DATA } });
  });
  let isLetGo = false;
  function* source() {
    try {
      yield* requests(1000);
    } finally {
      isLetGo = true;
    }
  }
  for await (
    const _ of clientFor(server).userInfoMany(source(), { concurrency: 4 })
  ) break;
  await delay(30);
  const sent = server.seen.length;
  await delay(30);
  assertEquals([isLetGo, server.seen.length], [true, sent]);
  assertLess(sent, 12);
});

Deno.test("results that are asked for at once come one to each who asked", async () => {
  await using server = serve(byName);
  const results = clientFor(server).userInfoMany(requests(2));
  const asked = [results.next(), results.next(), results.next()];
  const answers = await Promise.all(asked);
  assertEquals(answers.map(({ done }) => done), [false, false, true]);
  assertEquals(new Set(answers.map(({ value }) => value?.index)).size, 3);
});

Deno.test("a loop that is never begun takes nothing and keeps no listener", async () => {
  let read = 0;
  function* source() {
    read++;
    yield { deviceId: DEVICE };
  }
  const client = clientFor(NOWHERE);
  {
    await using results = client.userInfoMany(source());
    assertEquals(results[Symbol.asyncIterator](), results);
  }
  assertEquals(read, 0);
});

Deno.test("a loop that was ended stays at its end", async () => {
  await using server = serve(data(DATA));
  const results = clientFor(server).userInfoMany(requests(5));
  await results.next();
  const error = new Error("enough");
  assertStrictEquals(await results.throw(error).catch((e) => e), error);
  assertEquals(await results.next(), { done: true, value: undefined });
});

Deno.test("an abort ends everything with the signal's reason", async () => {
  await using server = serve(async (seen, index) => {
    if (index > 4) await delay(50);
    return data(DATA)(seen, index, null!);
  });
  const controller = new AbortController();
  const results: KugouSettled[] = [];
  const reason = await (async () => {
    for await (
      const result of clientFor(server).userInfoMany(requests(1000), {
        concurrency: 4,
        signal: controller.signal,
      })
    ) {
      results.push(result);
      if (results.length === 3) {
        setTimeout(() => controller.abort("enough"), 10);
      }
    }
  })().catch((reason) => reason);
  assertEquals(reason, "enough");
  assertLess(results.length, 10);
  assert(results.every(({ status }) => status === "fulfilled"));
});

Deno.test("a signal that is aborted already takes nothing from the source", async () => {
  let read = 0;
  function* source() {
    read++;
    yield { deviceId: DEVICE };
  }
  const client = clientFor(NOWHERE);
  const results = client.userInfoMany(source(), {
    signal: AbortSignal.abort("never mind"),
  });
  assertEquals(await results.next().catch((reason) => reason), "never mind");
  assertEquals(read, 0);
});

Deno.test("a source that is stuck does not keep an abort waiting", async () => {
  const controller = new AbortController();
  async function* stuck(): AsyncGenerator<KugouManyRequest> {
    await new Promise(() => {});
    yield* [];
  }
  const results = clientFor(NOWHERE).userInfoMany(stuck(), controller);
  setTimeout(() => controller.abort("enough"), 10);
  assertEquals(await results.next().catch((reason) => reason), "enough");
});

const WRONG = [
  ...[0, -1, 1.5, NaN, 1001, "many"].map((it) => ["concurrency", it] as const),
  ["order", "random"] as const,
];
for (const [option, value] of WRONG) {
  Deno.test(`a value of ${value} for ${option} is refused`, () => {
    const options = { [option]: value } as KugouManyOptions;
    const client = clientFor(NOWHERE);
    const refused = () => client.userInfoMany([], options);
    assertThrows(refused, KugouInputError, option);
  });
}

for (const list of [undefined, null, 7, { deviceId: DEVICE }, DEVICE]) {
  Deno.test(`${JSON.stringify(list)} in the place of requests is refused at once`, () => {
    const client = new KugouClient({ accessToken: TOKEN });
    const failure = assertThrows(
      () => client.userInfoMany(list as unknown as KugouManyRequest[]),
      KugouInputError,
    );
    assertEquals(failure.field, "requests");
  });
}
