import {
  KugouApiError,
  type KugouAttempt,
  KugouNetworkError,
  KugouProtocolError,
} from "@kugou-iot/client";
import { startSandbox } from "@kugou-iot/client/sandbox";
import {
  assert,
  assertEquals,
  assertInstanceOf,
  assertRejects,
} from "@std/assert";
import {
  clientFor,
  DEVICE,
  failure,
  lookUp,
  NOWHERE,
  TOKEN,
} from "./fixtures.ts";
import { type Answer, DATA, data, error, serve, text } from "./server.ts";

const PASSING: [string, Answer][] = [
  ["InternalError", error("InternalError")],
  ["an unknown code below LimitExceeded", error("LimitExceeded.New")],
  [
    "the number 200006",
    () => Response.json({ Response: { ErrorCode: 200006 } }),
  ],
  ["HTTP 408", text("", { status: 408 })],
  ["HTTP 429", text("slow down", { status: 429 })],
  ["HTTP 500", text("", { status: 500 })],
  ["HTTP 502 in HTML", text("<h1>Bad gateway</h1>", { status: 502 })],
];
for (const [name, failure] of PASSING) {
  Deno.test(`a lookup is sent again after ${name}`, async () => {
    await using server = serve(failure, failure, data(DATA));
    const { attempts, user } = await lookUp(server);
    assertEquals([attempts, user.id], [3, DATA.userid]);
  });
}

const LASTING: [string, Answer][] = [
  ["DeviceNotExist", error("ResourceNotFound.DeviceNotExist")],
  ["FamilyDeviceExceedLimit", error("LimitExceeded.FamilyDeviceExceedLimit")],
  ["an unknown code", error("Brand.New")],
  ["HTTP 400", text("", { status: 400 })],
  ["HTTP 404", text("<h1>Not found</h1>", { status: 404 })],
  [
    "a redirect",
    text("", { status: 302, headers: { location: "/elsewhere" } }),
  ],
  ["JSON that ends too early", text('{"Response":{')],
  ["an empty body", text("")],
];
for (const [name, failure] of LASTING) {
  Deno.test(`a lookup is not sent again after ${name}`, async () => {
    await using server = serve(failure, data(DATA));
    const caught = await assertRejects(() => lookUp(server));
    assert(
      caught instanceof KugouApiError || caught instanceof KugouProtocolError,
    );
    assertEquals([server.seen.length, caught.attempts], [1, 1]);
  });
}

Deno.test("the error after the last retry has all request ids", async () => {
  await using server = serve(error("InternalError"));
  const caught = await failure(KugouApiError, server);
  assertEquals(caught.attempts, 3);
  assertEquals(
    caught.requestIds,
    server.seen.map(({ body }) => body.RequestId),
  );
  assertEquals(caught.requestId, server.seen[2]!.body.RequestId);
});

Deno.test("retry: false sends once", async () => {
  await using server = serve(error("InternalError"));
  await assertRejects(() => lookUp(server, { retry: false }));
  assertEquals(server.seen.length, 1);
});

Deno.test("retry.limit says how often a lookup is sent again", async () => {
  await using server = serve(error("InternalError"));
  await assertRejects(() =>
    lookUp(server, { retry: { limit: 4, baseDelayMs: 0 } })
  );
  assertEquals(server.seen.length, 5);
});

Deno.test("a server that cannot be reached is a network error after its retries", async () => {
  const gone = serve(data(DATA));
  await gone[Symbol.asyncDispose]();
  const caught = await failure(KugouNetworkError, gone);
  assertEquals([caught.attempts, caught.phase], [3, "headers"]);
  assertInstanceOf(caught.cause, TypeError);
});

for (const fault of ["reset", "reset-body"]) {
  Deno.test(`a lookup is sent again after the fault ${fault}`, async () => {
    await using server = await startSandbox({ accessToken: TOKEN });
    const client = clientFor(server);
    const { attempts } = await client.userInfo({
      deviceId: `SANDBOXFLT/${fault}@2`,
    });
    assertEquals(attempts, 3);
  });
}

Deno.test("a body that always breaks off is a network error in its body", async () => {
  await using server = await startSandbox({ accessToken: TOKEN });
  const caught = await assertRejects(
    () => clientFor(server).userInfo({ deviceId: "SANDBOXFLT/reset-body" }),
    KugouNetworkError,
  );
  assertEquals([caught.attempts, caught.phase], [3, "body"]);
});

Deno.test("waits grow from retry to retry, are random, and never exceed the cap", async () => {
  const waits: number[][] = [[], [], [], []];
  const client = clientFor(NOWHERE, {
    fetch: () => Promise.resolve(new Response("", { status: 503 })),
    retry: { limit: 4, baseDelayMs: 2, maxDelayMs: 8 },
    onAttempt: ({ number, retryInMs }) => {
      if (retryInMs !== null) waits[number - 1]!.push(retryInMs);
    },
  });
  const calls = Array.from(
    { length: 250 },
    () => assertRejects(() => client.userInfo({ deviceId: DEVICE })),
  );
  await Promise.all(calls);
  assertEquals(waits.map((row) => row.length), [250, 250, 250, 250]);
  assertEquals(waits.map((row) => Math.max(...row)), [2, 4, 8, 8]);
  assertEquals(waits.map((row) => Math.min(...row)), [0, 0, 0, 0]);
});

Deno.test("onAttempt is told about each attempt", async () => {
  await using server = serve(error("InternalError"), data(DATA, "server-2"));
  const told: KugouAttempt[] = [];
  await lookUp(server, { onAttempt: (attempt) => told.push(attempt) });
  assertEquals(
    told.map(({ number, status, serverRequestId, retryInMs }) => ({
      number,
      status,
      serverRequestId,
      retryInMs,
    })),
    [
      { number: 1, status: 200, serverRequestId: "server-1", retryInMs: 0 },
      { number: 2, status: 200, serverRequestId: "server-2", retryInMs: null },
    ],
  );
  assertEquals(
    told.map(({ requestId }) => requestId),
    server.seen.map(({ body }) => body.RequestId),
  );
  assertInstanceOf(told[0]!.error, KugouApiError);
  assertEquals(told[1]!.error, null);
  assert(told.every(({ durationMs }) => durationMs > 0));
});

Deno.test("what onAttempt throws ends the call", async () => {
  await using server = serve(error("InternalError"));
  const client = clientFor(server, {
    onAttempt: () => {
      throw new RangeError("enough");
    },
  });
  await assertRejects(
    () => client.userInfo({ deviceId: DEVICE }),
    RangeError,
    "enough",
  );
  assertEquals(server.seen.length, 1);
});
