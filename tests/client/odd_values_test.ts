import {
  type JsonObject,
  type JsonValue,
  KugouInputError,
  type KugouManyRequest,
  KugouProtocolError,
} from "@kugou-iot/client";
import {
  assertEquals,
  assertInstanceOf,
  assertRejects,
  assertStrictEquals,
} from "@std/assert";
import { clientFor, collect, DEVICE, lookUp } from "./fixtures.ts";
import { DATA, data, serve, text } from "./server.ts";

function nested(depth: number): JsonValue {
  let value: JsonValue = 1;
  for (let i = 0; i < depth; i++) value = [value];
  return value;
}

Deno.test("an answer of 5,000 nested arrays is a protocol error", async () => {
  const deep = `{"Response":{"Data":{"vip_end_time":${"[".repeat(5000)}${
    "]".repeat(5000)
  }}}}`;
  await using server = serve(text(deep));
  await assertRejects(
    () => lookUp(server),
    KugouProtocolError,
    "nested at most 100 deep",
  );
});

Deno.test("an answer of 90 nested arrays is an answer, with all that was sent", async () => {
  const sent = { ...DATA, ["vip_end_time"]: nested(90) };
  await using server = serve(data(sent));
  const info = await lookUp(server);
  assertEquals(info.data, sent as JsonObject);
  assertEquals(info.user.memberships.vip.state, "unknown");
});

for (const depth of [101, 6000, 100_000]) {
  Deno.test(`params that are nested ${depth} deep are refused`, async () => {
    await using server = serve(data(DATA));
    const error = await assertRejects(
      () =>
        clientFor(server).userInfo({
          deviceId: DEVICE,
          params: { deep: nested(depth) },
        }),
      KugouInputError,
    );
    assertEquals([error.field, error.reason.en], [
      "params",
      "it is nested too deeply",
    ]);
    assertEquals(server.seen.length, 0);
  });
}

Deno.test("a signal of null is no signal, as in fetch", async () => {
  await using server = serve(data(DATA));
  const client = clientFor(server);
  const { user } = await client.userInfo({ deviceId: DEVICE }, {
    signal: null,
  });
  assertEquals(user.id, DATA.userid);
  const results = client.userInfoMany([{ deviceId: DEVICE }], { signal: null });
  assertEquals((await collect(results)).length, 1);
});

Deno.test("a request that cannot be read ends in a result of its own", async () => {
  await using server = serve(data(DATA));
  const broken = new RangeError("no id");
  const requests = [
    {
      get deviceId(): string {
        throw broken;
      },
    },
    undefined as unknown as KugouManyRequest,
    { deviceId: DEVICE },
  ];
  async function* source() {
    yield* requests;
  }
  const results = await collect(
    clientFor(server).userInfoMany(source(), { order: "input" }),
  );
  const [thrown, missing, fine] = results;
  assertEquals(results.map(({ deviceId }) => deviceId), ["", "", DEVICE]);
  assertStrictEquals(thrown?.status === "rejected" && thrown.reason, broken);
  assertInstanceOf(
    missing?.status === "rejected" && missing.reason,
    KugouInputError,
  );
  assertEquals(fine?.status, "fulfilled");
});

for (
  const inside of [
    { Error: { Code: "", Message: "" }, ErrorCode: 0, Data: DATA },
    { Error: {}, Data: DATA },
    { Error: null, ErrorCode: "0", Data: DATA },
  ]
) {
  const { Data: _, ...rest } = inside;
  Deno.test(`an answer with ${JSON.stringify(rest)} and data is a success`, async () => {
    await using server = serve(text(JSON.stringify({ Response: inside })));
    const { user } = await lookUp(server);
    assertEquals(user.id, DATA.userid);
  });
}
