import { KugouProtocolError } from "@kugou-iot/client";
import { assertEquals, assertGreater, assertStringIncludes } from "@std/assert";
import { failure, lookUp } from "./fixtures.ts";
import { DATA, data, serve, text } from "./server.ts";

Deno.test("a user has id, nickname, avatar, VIP flag and three memberships", async () => {
  await using server = serve(data(DATA));
  const { user } = await lookUp(server);
  assertEquals(user, {
    id: "1000000001",
    nickname: "Sample User",
    avatarUrl: "https://avatars.example/1.png",
    isVip: true,
    memberships: {
      vip: {
        state: "active",
        end: new Date("2999-12-31T15:59:59Z"),
        raw: "2999-12-31 23:59:59",
      },
      car: {
        state: "expired",
        end: new Date("2000-12-31T16:00:00Z"),
        raw: "2001-01-01 00:00:00",
      },
      svip: { state: "none", end: null, raw: "" },
    },
  });
});

Deno.test("a result tells its attempts and how long it took", async () => {
  await using server = serve(data(DATA));
  const result = await lookUp(server);
  assertEquals(result.attempts, 1);
  assertGreater(result.durationMs, 0);
});

Deno.test("data holds every field that the server sent, known or not", async () => {
  const sent = { ...DATA, "new_field": { deep: [1, null] }, "__proto__x": 1 };
  await using server = serve(data(sent));
  const result = await lookUp(server);
  assertEquals(result.data, sent);
});

Deno.test("a user id beyond 2^53 that comes as a number keeps its digits", async () => {
  await using server = serve(
    text('{"Response":{"Data":{"userid":90071992547409931234},"ErrorCode":0}}'),
  );
  const result = await lookUp(server);
  assertEquals(result.user.id, "90071992547409931234");
  assertEquals(result.data, { userid: "90071992547409931234" });
});

Deno.test("an empty Data is a user of whom nothing is known", async () => {
  await using server = serve(data({}));
  const { user } = await lookUp(server);
  const unknown = { state: "unknown", end: null, raw: null } as const;
  assertEquals(user, {
    id: null,
    nickname: null,
    avatarUrl: null,
    isVip: null,
    memberships: { vip: unknown, car: unknown, svip: unknown },
  });
});

for (const value of [null, "text", 1, [], true]) {
  Deno.test(`a Data of ${JSON.stringify(value)} is a protocol error`, async () => {
    await using server = serve(data(value));
    const caught = await failure(KugouProtocolError, server);
    assertStringIncludes(caught.message, "whose Data is an object");
    assertEquals(server.seen.length, 1);
  });
}
