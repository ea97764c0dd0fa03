import { assert, assertEquals, assertMatch, assertRejects } from "@std/assert";
import { readBody } from "../../lib/web/body.ts";
import { Refusal } from "../../lib/web/refusal.ts";
import { MemoryRateLimiter } from "../../lib/web/rate_limit.ts";
import { KvRateLimiter } from "../../lib/web/rate_limit_kv.ts";
import { get, makeApp, ORIGIN, post, postJson } from "./app.ts";

const LOOKUP = { deviceId: "no slash", accessToken: "a-token-1234" };

Deno.test("an address that there is not has a page of its own", async () => {
  const { handler, bugs } = await makeApp();
  const response = await handler(get("/nowhere?lang=zh"));
  const html = await response.text();
  assertEquals(response.status, 404);
  assert(html.includes("页面不存在"));
  assert(html.includes('href="/?lang=zh"'));
  assertEquals(html.includes("nowhere"), false);
  assertEquals(bugs, []);
});

Deno.test("below /api/, an address that there is not is answered in JSON", async () => {
  const { handler } = await makeApp();
  const response = await handler(get("/api/nowhere"));
  assertEquals(response.status, 404);
  assertEquals((await response.json()).error.kind, "refused");
});

Deno.test("a bug has a page of its own, which says nothing of it", async () => {
  const bug = new Error("something inside");
  const { handler, bugs } = await makeApp({
    limiter: {
      take() {
        throw bug;
      },
    },
  });
  const response = await handler(post(LOOKUP));
  const html = await response.text();
  assertEquals(response.status, 500);
  assertEquals(html.includes("something inside"), false);
  assert(html.includes("Something went wrong here"));
  assert(html.includes(response.headers.get("x-request-id") ?? "none"));
  assertEquals(bugs, [bug]);
});

Deno.test("who looks up too often is told when to come back", async () => {
  const { handler } = await makeApp({
    limiter: new MemoryRateLimiter(2, () => 0),
  });
  for (let lookup = 0; lookup < 2; lookup++) {
    const response = await handler(post(LOOKUP));
    await response.body?.cancel();
    assertEquals(response.status, 400);
  }
  const page = await handler(post(LOOKUP));
  assertEquals(page.status, 429);
  assertEquals(page.headers.get("retry-after"), "30");
  assert((await page.text()).includes("Try again in 30 s"));
  const api = await handler(postJson(LOOKUP));
  assertEquals(api.status, 429);
  assertEquals((await api.json()).error.retryAfterMs, 30_000);
  const script = await handler(post(LOOKUP, { accept: "application/json" }));
  assertEquals((await script.json()).result.kind, "failure");
});

/** Stores that are down: while the page runs, or before it has begun. */
const BROKEN: Record<string, () => Promise<Deno.Kv>> = {
  "is down": async () => {
    const kv = await Deno.openKv(":memory:");
    kv.close();
    return kv;
  },
  "cannot be opened": () => Promise.reject(new Error("down")),
};

for (const [what, open] of Object.entries(BROKEN)) {
  Deno.test(`where Deno KV ${what}, lookups are counted in memory, and the bug is told`, async () => {
    const { handler, bugs } = await makeApp({
      limiter: new KvRateLimiter(open, 2, () => 0),
      spareLimiter: new MemoryRateLimiter(2, () => 0),
    });
    const statuses: number[] = [];
    for (const ask of [post, post, post, postJson]) {
      const response = await handler(ask(LOOKUP));
      await response.body?.cancel();
      statuses.push(response.status);
    }
    assertEquals(statuses, [400, 400, 429, 429]);
    assertEquals(bugs.length, 4);
  });
}

Deno.test("opening pages counts for nothing in the limit", async () => {
  const { handler } = await makeApp({
    limiter: new MemoryRateLimiter(1, () => 0),
  });
  for (let i = 0; i < 5; i++) {
    const response = await handler(get("/"));
    await response.body?.cancel();
    assertEquals(response.status, 200);
  }
});

Deno.test("behind a proxy, each visitor has a limit of their own", async () => {
  const { handler } = await makeApp({
    trustProxy: 1,
    limiter: new MemoryRateLimiter(1, () => 0),
  });
  const statuses: number[] = [];
  for (const visitor of ["192.0.2.1", "192.0.2.2", "192.0.2.1"]) {
    const response = await handler(
      post(LOOKUP, { "x-forwarded-for": visitor }),
    );
    await response.body?.cancel();
    statuses.push(response.status);
  }
  assertEquals(statuses, [400, 400, 429]);
});

Deno.test("behind a proxy that adds ports, a visitor has one limit", async () => {
  const { handler } = await makeApp({
    trustProxy: 1,
    limiter: new MemoryRateLimiter(1, () => 0),
  });
  const statuses: number[] = [];
  for (const visitor of ["192.0.2.1:40001", "192.0.2.1:40002"]) {
    const headers = { "x-forwarded-for": visitor };
    const response = await handler(postJson(LOOKUP, headers));
    await response.body?.cancel();
    statuses.push(response.status);
  }
  assertEquals(statuses, [400, 429]);
});

Deno.test("a form of more than 16 KiB is refused", async () => {
  const { handler } = await makeApp();
  const response = await handler(post({ params: "x".repeat(16 * 1024) }));
  assertEquals(response.status, 413);
  assertMatch(await response.text(), /larger than 16 KiB/);
});

Deno.test("a body that does not arrive in time is refused with 408", async () => {
  const request = new Request(ORIGIN, {
    method: "POST",
    headers: { "content-type": "text/plain" },
    body: new ReadableStream(),
  });
  const refusal = await assertRejects(
    () => readBody(request, "text/plain", 10),
    Refusal,
  );
  assertEquals(refusal.status, 408);
});

Deno.test("a form of another type is refused", async () => {
  const { handler } = await makeApp();
  const body = new FormData();
  body.set("deviceId", "A/b");
  const headers = { "sec-fetch-site": "same-origin" };
  const response = await handler(
    new Request(ORIGIN, { method: "POST", headers, body }),
  );
  await response.body?.cancel();
  assertEquals(response.status, 415);
});

Deno.test("where nothing works, there still is an answer with its headers", async () => {
  const { handler, log } = await makeApp({ isBroken: true });
  const response = await handler(get("/"));
  await response.body?.cancel();
  assertEquals(response.status, 500);
  assertEquals(response.headers.get("cache-control"), "no-store");
  assertEquals(log.length, 1);
});
