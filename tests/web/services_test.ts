import { assert, assertEquals } from "@std/assert";
import { readSettings } from "../../lib/web/env.ts";
import { MemoryRateLimiter } from "../../lib/web/rate_limit.ts";
import { openServices } from "../../lib/web/services.ts";

const open = (variables: Record<string, string>) =>
  openServices(readSettings((name) => variables[name]));

Deno.test("without settings, lookups go to production, limited and logged", async () => {
  const services = await open({});
  assertEquals(new URL(services.endpoint).host, "iot.cloud.tencent.com");
  assert(services.limiter instanceof MemoryRateLimiter);
  assert(services.log !== null);
  assertEquals(services.demo, null);
  assertEquals(services.trustProxy, 0);
});

Deno.test("the limit and the log can be turned off", async () => {
  const services = await open({ RATE_LIMIT: "0", ACCESS_LOG: "0" });
  assertEquals(services.limiter, null);
  assertEquals(services.log, null);
});
