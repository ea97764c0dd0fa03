import { KUGOU_ENDPOINT, KugouClient } from "@kugou-iot/client";
import {
  assert,
  assertEquals,
  assertMatch,
  assertNotEquals,
} from "@std/assert";
import { validate } from "@std/uuid/v7";
import { clientFor, DEVICE, lookUp, TOKEN } from "./fixtures.ts";
import { DATA, data, error, serve } from "./server.ts";

Deno.test("a lookup sends the fields of the public document and no others", async () => {
  await using server = serve(data(DATA));
  await lookUp(server);
  const { method, headers, body } = server.seen[0]!;
  assertEquals(method, "POST");
  assertEquals(headers.get("content-type"), "application/json");
  const { RequestId, ...rest } = body;
  assert(validate(RequestId));
  assertEquals(rest, {
    AccessToken: TOKEN,
    Action: "AppKugouUserCommand",
    KGCommand: "user_info",
    DeviceId: DEVICE,
    KugouParams: {},
  });
});

Deno.test("the token stands in the body only, not in the URL or a header", async () => {
  await using server = serve(data(DATA));
  await lookUp(server);
  const { url, headers } = server.seen[0]!;
  assert(!url.includes(TOKEN));
  assert(![...headers].flat().some((text) => text.includes(TOKEN)));
});

Deno.test("params go to KugouParams as they are", async () => {
  await using server = serve(data(DATA));
  const params = { a: [1, { b: null }], "键": "值" };
  await clientFor(server).userInfo({ deviceId: DEVICE, params });
  assertEquals(server.seen[0]!.body.KugouParams, params);
});

Deno.test("command() sends the KGCommand that it was given and returns the data", async () => {
  await using server = serve(data(["anything"]));
  const result = await clientFor(server).command("song_url", {
    deviceId: DEVICE,
  });
  assertEquals(server.seen[0]!.body.KGCommand, "song_url");
  assertEquals(result.data, ["anything"]);
});

Deno.test("command() gives null where the server sent no Data", async () => {
  await using server = serve(() =>
    Response.json({ Response: { ErrorCode: 0 } })
  );
  const result = await clientFor(server).command("play", { deviceId: DEVICE });
  assertEquals(result.data, null);
});

Deno.test("each attempt has a request id of its own, each a UUID v7", async () => {
  await using server = serve(error("InternalError"), data(DATA));
  const { requestId } = await lookUp(server);
  const [first, second] = server.seen.map(({ body }) => body.RequestId);
  assertNotEquals(first, second);
  assert(validate(first) && validate(second));
  assertEquals(requestId, second);
});

Deno.test("the caller's own request id is kept for every attempt", async () => {
  await using server = serve(error("InternalError"), data(DATA));
  const requestId = "6f6ee6e6-7b3a-4f0e-9a50-0123456789ab";
  const result = await clientFor(server).userInfo({
    deviceId: DEVICE,
    requestId,
  });
  assertEquals(server.seen.map(({ body }) => body.RequestId), [
    requestId,
    requestId,
  ]);
  assertEquals(result.requestId, requestId);
});

Deno.test("a request id of the server that differs is reported and is no error", async () => {
  await using server = serve(data(DATA, "keyi20191119-012345"));
  const result = await lookUp(server);
  assertEquals(result.serverRequestId, "keyi20191119-012345");
  assertNotEquals(result.requestId, result.serverRequestId);
});

Deno.test("without an endpoint a request goes to production", async () => {
  const urls: string[] = [];
  const client = new KugouClient({
    accessToken: TOKEN,
    fetch: (url) => {
      urls.push(String(url));
      return Promise.resolve(Response.json({ code: 0, data: { Data: DATA } }));
    },
  });
  await client.userInfo({ deviceId: DEVICE });
  assertEquals(urls, [KUGOU_ENDPOINT]);
  assertMatch(KUGOU_ENDPOINT, /^https:\/\/iot\.cloud\.tencent\.com\//);
});

Deno.test("one client serves many lookups at a time", async () => {
  await using server = serve((seen) =>
    Response.json({ Response: { Data: { userid: seen.body.DeviceId } } })
  );
  const client = clientFor(server);
  const ids = Array.from({ length: 50 }, (_, i) => `LAEG4YJE1A/dev${i}`);
  const results = await Promise.all(
    ids.map((deviceId) => client.userInfo({ deviceId })),
  );
  assertEquals(results.map(({ user }) => user.id), ids);
});
