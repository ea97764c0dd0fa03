import { assert, assertEquals, assertRejects } from "@std/assert";
import { MemoryRateLimiter, takeOne } from "../../lib/web/rate_limit.ts";
import { KvRateLimiter } from "../../lib/web/rate_limit_kv.ts";

Deno.test("a bucket gives as many as it holds, then says how long to wait", () => {
  let bucket = null;
  for (let taken = 0; taken < 3; taken++) {
    const next = takeOne(bucket, 3, 1_000);
    assertEquals(next.waitMs, 0);
    bucket = next.bucket;
  }
  assertEquals(takeOne(bucket, 3, 1_000).waitMs, 20_000);
  assertEquals(takeOne(bucket, 3, 11_000).waitMs, 10_000);
  assertEquals(takeOne(bucket, 3, 21_000).waitMs, 0);
});

Deno.test("a bucket never holds more than its size", () => {
  const bucket = { left: 0, at: 0 };
  const { left } = takeOne(bucket, 5, 3_600_000).bucket;
  assertEquals(left, 4);
});

Deno.test("a clock that is set back takes nothing away", () => {
  assertEquals(takeOne({ left: 2, at: 5_000 }, 3, 0).bucket.left, 1);
});

Deno.test("in memory, each client has a limit of its own", () => {
  const limiter = new MemoryRateLimiter(1, () => 0);
  assertEquals(limiter.take("192.0.2.1"), 0);
  assertEquals(limiter.take("192.0.2.1"), 60_000);
  assertEquals(limiter.take("192.0.2.2"), 0);
});

Deno.test("in memory, clients are forgotten when their bucket is full again", () => {
  let now = 0;
  const limiter = new MemoryRateLimiter(10, () => now);
  for (let client = 0; client < 50; client++) limiter.take(`client ${client}`);
  assertEquals(limiter.size, 50);
  now = 60_000;
  limiter.take("another");
  assertEquals(limiter.size, 1);
});

Deno.test("in memory, no more than 10,000 clients are remembered", () => {
  const limiter = new MemoryRateLimiter(10, () => 0);
  for (let client = 0; client < 10_500; client++) limiter.take(`${client}`);
  assertEquals(limiter.size, 10_000);
});

Deno.test("in Deno KV, instances share one limit", async () => {
  using kv = await Deno.openKv(":memory:");
  let now = 0;
  const one = new KvRateLimiter(() => Promise.resolve(kv), 2, () => now);
  const other = new KvRateLimiter(() => Promise.resolve(kv), 2, () => now);
  assertEquals(await one.take("192.0.2.1"), 0);
  assertEquals(await other.take("192.0.2.1"), 0);
  assertEquals(await one.take("192.0.2.1"), 30_000);
  assertEquals(await one.take("192.0.2.2"), 0);
  now = 30_000;
  assertEquals(await other.take("192.0.2.1"), 0);
});

Deno.test("Deno KV is opened at the first lookup, and again where it could not be", async () => {
  using kv = await Deno.openKv(":memory:");
  let opened = 0;
  const open = () =>
    opened++ === 0 ? Promise.reject(new Error("down")) : Promise.resolve(kv);
  const limiter = new KvRateLimiter(open, 1, () => 0);
  assertEquals(opened, 0);
  await assertRejects(() => limiter.take("192.0.2.1"), Error, "down");
  assertEquals(await limiter.take("192.0.2.1"), 0);
  assertEquals(await limiter.take("192.0.2.1"), 60_000);
  assertEquals(opened, 2);
});

Deno.test("in Deno KV, lookups at the same moment are all counted", async () => {
  using kv = await Deno.openKv(":memory:");
  const limiter = new KvRateLimiter(() => Promise.resolve(kv), 3, () => 0);
  const waits = await Promise.all(
    Array.from({ length: 8 }, () => limiter.take("192.0.2.1")),
  );
  const taken = waits.filter((wait) => wait === 0).length;
  assert(taken >= 1 && taken <= 3, `${taken} were let through`);
});
