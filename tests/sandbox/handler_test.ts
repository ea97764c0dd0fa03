import { assertEquals, assertRejects } from "@std/assert";
import { KugouClient, KugouNetworkError } from "../../mod.ts";
import {
  createSandboxHandler,
  SANDBOX_ACCESS_TOKEN,
  type SandboxOptions,
  SandboxResetError,
} from "../../lib/sandbox/mod.ts";
import { send, wireBody } from "./ask.ts";

const ENDPOINT = "http://127.0.0.1/api/exploreropen/tokenapi";

/** Asks a handler for a device, without a server. */
function call(
  deviceId: string,
  options?: SandboxOptions,
  init?: RequestInit,
): Promise<Response> {
  const body = wireBody({ accessToken: SANDBOX_ACCESS_TOKEN }, deviceId);
  const handler = createSandboxHandler(options);
  return handler(
    new Request(ENDPOINT, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      ...init,
    }),
  );
}

Deno.test("the handler answers without a server", async () => {
  const response = await call("LAEG4YJE1A/dev01");
  assertEquals((await response.json()).Response.Data.is_vip, 1);
});

Deno.test("reset is a TypeError, as the network failures of fetch are", async () => {
  const error = await assertRejects(
    () => call("SANDBOXFLT/reset"),
    SandboxResetError,
  );
  assertEquals(error instanceof TypeError, true);
  assertEquals(error.name, "SandboxResetError");
});

Deno.test("a wait ends with the reason of the request's signal", async () => {
  const options = { slowMs: 60_000 };
  const signal = AbortSignal.abort(new RangeError("sample reason"));
  await assertRejects(
    () => call("SANDBOXFLT/slow-headers", options, { signal }),
    RangeError,
  );
  const controller = new AbortController();
  const slow = call("SANDBOXFLT/slow-headers", options, {
    signal: controller.signal,
  });
  setTimeout(() => controller.abort(new RangeError("sample reason")), 10);
  await assertRejects(() => slow, RangeError, "sample reason");
});

Deno.test("a handler whose signal is aborted only rejects", async () => {
  const outcomes: string[] = [];
  const controller = new AbortController();
  const options: SandboxOptions = {
    slowMs: 60_000,
    signal: controller.signal,
    onRequest: ({ outcome }) => outcomes.push(outcome),
  };
  const slow = call("SANDBOXFLT/slow-headers", options);
  setTimeout(() => controller.abort(), 10);
  await assertRejects(() => slow, SandboxResetError);
  await assertRejects(
    () => call("LAEG4YJE1A/dev01", options),
    SandboxResetError,
  );
  assertEquals(outcomes, ["fault", "aborted"]);
});

Deno.test("a slow body comes whole, and fails when the request is aborted", async () => {
  const whole = await call("SANDBOXFLT/slow-body", { slowMs: 40 });
  assertEquals((await whole.json()).Response.ErrorCode, 0);
  const controller = new AbortController();
  const cut = await call("SANDBOXFLT/slow-body", { slowMs: 60_000 }, {
    signal: controller.signal,
  });
  setTimeout(() => controller.abort(), 10);
  await assertRejects(() => cut.text(), DOMException);
});

Deno.test("reset-body gives headers, and the body fails half-way", async () => {
  const response = await call("SANDBOXFLT/reset-body");
  assertEquals(response.status, 200);
  await assertRejects(() => response.text(), SandboxResetError);
});

Deno.test("the handler stands in for the client's fetch", async () => {
  const client = new KugouClient({
    accessToken: SANDBOX_ACCESS_TOKEN,
    fetch: createSandboxHandler({ slowMs: 60_000 }),
    retry: false,
  });
  const { user } = await client.userInfo({ deviceId: "LAEG4YJE1A/dev01" });
  assertEquals(user.isVip, true);
  await assertRejects(
    () => client.userInfo({ deviceId: "SANDBOXFLT/reset" }),
    KugouNetworkError,
  );
  const signal = AbortSignal.timeout(20);
  await assertRejects(
    () => client.userInfo({ deviceId: "SANDBOXFLT/slow-body" }, { signal }),
    DOMException,
  );
});

Deno.test("the handler serves a server of one's own", async () => {
  const handler = createSandboxHandler();
  await using server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    (request) => handler(request),
  );
  const { port } = server.addr;
  const response = await send(
    `http://127.0.0.1:${port}/api/exploreropen/tokenapi`,
    wireBody({ accessToken: SANDBOX_ACCESS_TOKEN }, "LAEG4YJE1A/dev01"),
  );
  assertEquals((await response.json()).Response.ErrorCode, 0);
});
