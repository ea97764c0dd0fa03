import { assert, assertEquals, assertRejects } from "@std/assert";
import { startSandbox } from "../../lib/sandbox/mod.ts";
import { readSettings } from "../../lib/web/settings.ts";
import { MemoryRateLimiter } from "../../lib/web/rate_limit.ts";
import { openServices } from "../../lib/web/services.ts";

const open = (variables: Record<string, string>) =>
  openServices(readSettings((name) => variables[name]));

Deno.test("without settings, lookups are limited and logged", () => {
  const services = open({});
  assert(services.limiter instanceof MemoryRateLimiter);
  assert(services.log !== null);
  assertEquals(services.demo, null);
  assertEquals(services.trustProxy, 0);
});

Deno.test("lookups go where the settings say, each with a token of its own", async () => {
  await using sandbox = await startSandbox();
  const { accessToken, endpoint } = sandbox;
  const { client } = open({ KUGOU_ENDPOINT: endpoint });
  const deviceId = "LAEG4YJE1A/dev01";
  const { user } = await client.userInfo({ deviceId, accessToken });
  assertEquals(user.isVip, true);
  await assertRejects(() => client.userInfo({ deviceId }), TypeError);
});

Deno.test("the limit and the log can be turned off", () => {
  const services = open({ RATE_LIMIT: "0", ACCESS_LOG: "0" });
  assertEquals(services.limiter, null);
  assertEquals(services.log, null);
});
