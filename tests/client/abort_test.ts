import {
  assertEquals,
  assertLess,
  assertRejects,
  assertStrictEquals,
} from "@std/assert";
import { startSandbox } from "@kugou-iot/client/sandbox";
import { clientFor, DEVICE, NOWHERE, TOKEN } from "./fixtures.ts";
import { DATA, data, error, serve } from "./server.ts";

/** What a call rejects with, whatever it is. */
function reasonOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(() => "resolved", (reason) => reason);
}

Deno.test("a call whose signal is aborted already sends nothing", async () => {
  await using server = serve(data(DATA));
  const signal = AbortSignal.abort("never mind");
  assertEquals(
    await reasonOf(
      clientFor(server).userInfo({ deviceId: DEVICE }, { signal }),
    ),
    "never mind",
  );
  assertEquals(server.seen.length, 0);
});

for (const fault of ["slow-headers", "slow-body"]) {
  Deno.test(`an abort during ${fault} rejects with the signal's reason at once`, async () => {
    await using server = await startSandbox({
      accessToken: TOKEN,
      slowMs: 60_000,
    });
    const controller = new AbortController();
    const reason = new Error("the visitor left");
    const call = clientFor(server).userInfo(
      { deviceId: `SANDBOXFLT/${fault}` },
      controller,
    );
    setTimeout(() => controller.abort(reason), 100);
    assertStrictEquals(await reasonOf(call), reason);
  });
}

Deno.test("one signal ends all the calls that share it", async () => {
  await using server = await startSandbox({
    accessToken: TOKEN,
    slowMs: 60_000,
  });
  const controller = new AbortController();
  const client = clientFor(server);
  const calls = Array.from(
    { length: 5 },
    () => client.userInfo({ deviceId: "SANDBOXFLT/slow-headers" }, controller),
  );
  setTimeout(() => controller.abort("enough"), 50);
  assertEquals(await Promise.all(calls.map(reasonOf)), Array(5).fill("enough"));
});

Deno.test("an abort during the wait before a retry ends the wait", async () => {
  await using server = serve(error("InternalError"));
  const controller = new AbortController();
  const client = clientFor(server, {
    retry: { baseDelayMs: 20_000, maxDelayMs: 20_000 },
    onAttempt: () => setTimeout(() => controller.abort("enough"), 10),
  });
  const started = performance.now();
  assertEquals(
    await reasonOf(client.userInfo({ deviceId: DEVICE }, controller)),
    "enough",
  );
  assertLess(performance.now() - started, 5000);
});

Deno.test("an abort from within onAttempt begins no wait", async () => {
  await using server = serve(error("InternalError"));
  const controller = new AbortController();
  const client = clientFor(server, {
    onAttempt: () => controller.abort("enough"),
  });
  const call = client.userInfo({ deviceId: DEVICE }, controller);
  assertEquals(await reasonOf(call), "enough");
  assertEquals(server.seen.length, 1);
});

Deno.test("an abort during the token function ends the wait for it", async () => {
  const controller = new AbortController();
  const client = clientFor(NOWHERE, {
    accessToken: () => {
      controller.abort("enough");
      return new Promise(() => {});
    },
  });
  assertEquals(
    await reasonOf(client.userInfo({ deviceId: DEVICE }, controller)),
    "enough",
  );
});

Deno.test("an abort just after the token function has answered ends the call", async () => {
  await using server = serve(data(DATA));
  const controller = new AbortController();
  const client = clientFor(server, {
    accessToken: async () => {
      // After the wait for the token has ended, and before anything is sent.
      queueMicrotask(() => queueMicrotask(() => controller.abort("enough")));
      return await Promise.resolve(TOKEN);
    },
  });
  const call = client.userInfo({ deviceId: DEVICE }, controller);
  assertEquals(await reasonOf(call), "enough");
});

Deno.test("AbortSignal.timeout rejects with its TimeoutError, as fetch does", async () => {
  await using server = await startSandbox({
    accessToken: TOKEN,
    slowMs: 60_000,
  });
  const caught = await assertRejects(
    () =>
      clientFor(server).userInfo({ deviceId: "SANDBOXFLT/slow-headers" }, {
        signal: AbortSignal.timeout(50),
      }),
    DOMException,
  );
  assertEquals(caught.name, "TimeoutError");
});

Deno.test("a signal that serves many calls keeps no listener of any of them", async () => {
  await using server = serve(data(DATA));
  const { signal } = new AbortController();
  let listeners = 0;
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  signal.addEventListener = (...args: Parameters<typeof add>) => {
    listeners++;
    add(...args);
  };
  signal.removeEventListener = (...args: Parameters<typeof remove>) => {
    listeners--;
    remove(...args);
  };
  for (let i = 0; i < 20; i++) {
    await clientFor(server).userInfo({ deviceId: DEVICE }, { signal });
    await clientFor(server, { accessToken: () => Promise.resolve(TOKEN) })
      .userInfo({ deviceId: DEVICE }, { signal });
  }
  assertEquals(listeners, 0);
});
