import { KugouTimeoutError } from "@kugou-iot/client";
import {
  assertEquals,
  assertInstanceOf,
  assertLess,
  assertRejects,
} from "@std/assert";
import { startSandbox } from "@kugou-iot/client/sandbox";
import { clientFor, DEVICE, NOWHERE, TOKEN } from "./fixtures.ts";
import { error, serve } from "./server.ts";

/** The sandbox's slow faults, far slower than any limit below. */
function slowServer() {
  return startSandbox({ accessToken: TOKEN, slowMs: 60_000 });
}

Deno.test("a server that does not begin to answer is a timeout of the headers", async () => {
  await using server = await slowServer();
  const client = clientFor(server, { timeoutMs: 30, retry: false });
  const caught = await assertRejects(
    () => client.userInfo({ deviceId: "SANDBOXFLT/slow-headers" }),
    KugouTimeoutError,
    "the server did not begin to answer within timeoutMs (30 ms)",
  );
  assertEquals([caught.phase, caught.limit, caught.limitMs, caught.attempts], [
    "headers",
    "timeoutMs",
    30,
    1,
  ]);
});

Deno.test("a server that does not end its answer is a timeout of the body", async () => {
  await using server = await slowServer();
  const client = clientFor(server, { timeoutMs: 500, retry: false });
  const caught = await assertRejects(
    () => client.userInfo({ deviceId: "SANDBOXFLT/slow-body" }),
    KugouTimeoutError,
  );
  assertEquals([caught.phase, caught.limit], ["body", "timeoutMs"]);
});

Deno.test("a timeout is retried, each attempt with its own limit", async () => {
  await using server = await slowServer();
  const client = clientFor(server, { timeoutMs: 500 });
  const { attempts } = await client.userInfo({
    deviceId: "SANDBOXFLT/slow-headers@1",
  });
  assertEquals(attempts, 2);
});

Deno.test("the whole call ends at its limit, even within an attempt", async () => {
  await using server = await slowServer();
  const client = clientFor(server, { timeoutMs: 10_000, totalTimeoutMs: 50 });
  const started = performance.now();
  const caught = await assertRejects(
    () => client.userInfo({ deviceId: "SANDBOXFLT/slow-headers" }),
    KugouTimeoutError,
  );
  assertLess(performance.now() - started, 3000);
  assertEquals([caught.phase, caught.limit, caught.limitMs], [
    "wait",
    "totalTimeoutMs",
    50,
  ]);
  const { cause } = caught;
  assertInstanceOf(cause, KugouTimeoutError);
  assertEquals([cause.phase, cause.limit], ["headers", "totalTimeoutMs"]);
});

Deno.test("a token function that does not answer is a timeout of the token", async () => {
  const client = clientFor(NOWHERE, {
    accessToken: () => new Promise(() => {}),
    totalTimeoutMs: 30,
  });
  const caught = await assertRejects(
    () => client.userInfo({ deviceId: DEVICE }),
    KugouTimeoutError,
  );
  assertEquals([caught.phase, caught.limit, caught.attempts], [
    "token",
    "totalTimeoutMs",
    0,
  ]);
});

Deno.test("the limit of the whole covers all attempts and waits together", async () => {
  await using server = serve(error("InternalError"));
  const client = clientFor(server, {
    totalTimeoutMs: 200,
    retry: { limit: 100, baseDelayMs: 40, maxDelayMs: 40 },
  });
  const started = performance.now();
  await assertRejects(
    () => client.userInfo({ deviceId: DEVICE }),
    KugouTimeoutError,
  );
  assertLess(performance.now() - started, 1000);
});

Deno.test("a limit holds although an earlier one has passed unused", async () => {
  await using server = await slowServer();
  const client = clientFor(server, { timeoutMs: 500, retry: false });
  await client.userInfo({ deviceId: DEVICE });
  await new Promise((resolve) => setTimeout(resolve, 600));
  const call = client.userInfo({ deviceId: "SANDBOXFLT/slow-headers" }, {
    signal: AbortSignal.timeout(10_000),
  });
  await assertRejects(() => call, KugouTimeoutError);
});
