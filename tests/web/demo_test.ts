import { assert, assertEquals } from "@std/assert";
import { startSandbox } from "../../lib/sandbox/mod.ts";
import { get, makeApp, post } from "./app.ts";

async function makeDemo() {
  const sandbox = await startSandbox();
  const { accessToken, devices, endpoint } = sandbox;
  const demo = { accessToken, devices };
  const { handler } = await makeApp({ endpoint, demo });
  return { sandbox, handler };
}

Deno.test("a demo says that it is one, in both languages", async () => {
  const { sandbox, handler } = await makeDemo();
  await using _ = sandbox;
  const html = await (await handler(get("/"))).text();
  assert(html.includes("Its users are made up"));
  assert(html.includes(`<code>${sandbox.accessToken}</code>`));
  const chinese = await (await handler(get("/?lang=zh"))).text();
  assert(chinese.includes("用户均为虚构"));
});

Deno.test("a demo offers every device of the sandbox as a button", async () => {
  const { sandbox, handler } = await makeDemo();
  await using _ = sandbox;
  const html = await (await handler(get("/"))).text();
  const offered = [...html.matchAll(/name="deviceId" value="([^"]+)"/g)]
    .map(([, id]) => id);
  assertEquals(offered.length, new Set(offered).size);
  for (const { id } of sandbox.devices) assert(offered.includes(id), id);
});

Deno.test("a sample is looked up by one click, without a token", async () => {
  const { sandbox, handler } = await makeDemo();
  await using _ = sandbox;
  const form = { deviceId: "LAEG4YJE1A/dev01" };
  const response = await handler(post(form));
  const html = await response.text();
  assertEquals(response.status, 200);
  assert(html.includes('value="LAEG4YJE1A/dev01"'));
});

Deno.test("in a demo, a token that was given is used", async () => {
  const { sandbox, handler } = await makeDemo();
  await using _ = sandbox;
  const response = await handler(
    post({ deviceId: "LAEG4YJE1A/dev01", accessToken: "wrong-token" }),
  );
  await response.body?.cancel();
  assertEquals(response.status, 401);
});

Deno.test("a page that is no demo offers nothing of it", async () => {
  const { handler } = await makeApp();
  const html = await (await handler(get("/"))).text();
  assertEquals(html.includes("Sample devices"), false);
  const empty = await handler(post({ deviceId: "LAEG4YJE1A/dev01" }));
  await empty.body?.cancel();
  assertEquals(empty.status, 400);
});
