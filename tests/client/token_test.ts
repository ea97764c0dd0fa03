import { KugouApiError, KugouInputError } from "@kugou-iot/client";
import { assert, assertEquals, assertRejects } from "@std/assert";
import { clientFor, DEVICE, failure, lookUp, TOKEN } from "./fixtures.ts";
import { DATA, data, error, serve, tokensSent } from "./server.ts";

/** A function that gives one token after the other, then the last again. */
function tokens(...list: string[]) {
  let asked = 0;
  const next = () => Promise.resolve(list[Math.min(asked++, list.length - 1)]!);
  return { next, count: () => asked };
}

Deno.test("a request may bring its own token, which the client does not keep", async () => {
  await using server = serve(data(DATA));
  const { next, count } = tokens("client's");
  for (const accessToken of [TOKEN, next]) {
    const client = clientFor(server, { accessToken });
    await client.userInfo({ deviceId: DEVICE, accessToken: "own" });
    await client.command("x", { deviceId: DEVICE, accessToken: "other" });
    await client.userInfo({ deviceId: DEVICE });
  }
  assertEquals(tokensSent(server), [
    ...["own", "other", TOKEN],
    ...["own", "other", "client's"],
  ]);
  assertEquals(count(), 1);
});

Deno.test("where a request's own token is refused, the client's is not tried", async () => {
  await using server = serve(error("200003"));
  const { next, count } = tokens("client's");
  const client = clientFor(server, { accessToken: next });
  const refused = await assertRejects(
    () => client.userInfo({ deviceId: DEVICE, accessToken: "own-token" }),
    KugouApiError,
  );
  assertEquals([count(), server.seen.length], [0, 1]);
  assert(!Deno.inspect(refused, { depth: 9 }).includes("own-token"));
});

Deno.test("a request's own token that can never be right is refused unsent", async () => {
  await using server = serve(data(DATA));
  for (const accessToken of ["", "a b", "令牌", 1 as unknown as string]) {
    const refused = await assertRejects(
      () => clientFor(server).userInfo({ deviceId: DEVICE, accessToken }),
      KugouInputError,
    );
    assertEquals(refused.field, "accessToken");
  }
  assertEquals(server.seen.length, 0);
});

Deno.test("a token function is asked once for each call", async () => {
  await using server = serve(data(DATA));
  const { next, count } = tokens("first", "second");
  const client = clientFor(server, { accessToken: next });
  await client.userInfo({ deviceId: DEVICE });
  await client.userInfo({ deviceId: DEVICE });
  assertEquals(tokensSent(server), ["first", "second"]);
  assertEquals(count(), 2);
});

for (
  const code of [
    "InvalidParameterValue.InvalidAccessToken",
    "200003",
    "InvalidParameterValue.TokenIsExpire",
  ]
) {
  Deno.test(`after ${code} a token function is asked again, and the lookup sent again`, async () => {
    await using server = serve(error(code), data(DATA));
    const { next } = tokens("stale", "fresh");
    const { attempts } = await lookUp(server, {
      accessToken: next,
      retry: false,
    });
    assertEquals(attempts, 2);
    assertEquals(tokensSent(server), ["stale", "fresh"]);
  });
}

Deno.test("a token function is told which token was refused, so that it can keep the others", async () => {
  await using server = serve(data(DATA), error("200003"), data(DATA));
  const told: (string | null)[] = [];
  let token = "stale";
  const client = clientFor(server, {
    accessToken(refused) {
      told.push(refused);
      if (refused === token) token = "fresh";
      return token;
    },
  });
  for (let calls = 0; calls < 3; calls++) {
    await client.userInfo({ deviceId: DEVICE });
  }
  assertEquals(told, [null, null, "stale", null]);
  assertEquals(tokensSent(server), [...["stale", "stale", "fresh", "fresh"]]);
});

Deno.test("a token function is asked again once only", async () => {
  await using server = serve(error("200003"));
  const { next, count } = tokens("a", "b", "c");
  await failure(KugouApiError, server, { accessToken: next });
  assertEquals([count(), server.seen.length], [2, 2]);
});

Deno.test("a token function that gives the same token again does not cause another attempt", async () => {
  await using server = serve(error("200003"));
  const { next, count } = tokens("same");
  await failure(KugouApiError, server, { accessToken: next });
  assertEquals([count(), server.seen.length], [2, 1]);
});

Deno.test("a permission error does not ask for another token, since none would help", async () => {
  await using server = serve(error("UnauthorizedOperation"));
  const { next, count } = tokens("a", "b");
  await failure(KugouApiError, server, { accessToken: next });
  assertEquals(count(), 1);
});

Deno.test("retries after passing failures keep the token that was fetched", async () => {
  await using server = serve(error("InternalError"), data(DATA));
  const { next, count } = tokens("a", "b");
  await lookUp(server, { accessToken: next });
  assertEquals(tokensSent(server), ["a", "a"]);
  assertEquals(count(), 1);
});

Deno.test("what a token function throws is passed on as it is", async () => {
  await using server = serve(data(DATA));
  const client = clientFor(server, {
    accessToken: () => {
      throw new RangeError("the token store is down");
    },
  });
  await assertRejects(
    () => client.userInfo({ deviceId: DEVICE }),
    RangeError,
    "the token store is down",
  );
  assertEquals(server.seen.length, 0);
});

for (const bad of ["", "line\nbreak", undefined]) {
  Deno.test(`a token function that gives ${JSON.stringify(bad)} is refused`, async () => {
    await using server = serve(data(DATA));
    const client = clientFor(server, { accessToken: () => bad as string });
    await assertRejects(
      () => client.userInfo({ deviceId: DEVICE }),
      KugouInputError,
      "accessToken",
    );
    assertEquals(server.seen.length, 0);
  });
}

Deno.test("a plain token is not tried again after an auth error", async () => {
  await using server = serve(error("200003"));
  await failure(KugouApiError, server);
  assertEquals(server.seen.length, 1);
});
