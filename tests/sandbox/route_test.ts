import { assertEquals, assertMatch } from "@std/assert";
import { startSandbox } from "../../lib/sandbox/mod.ts";
import { ask, send, wireBody } from "./ask.ts";

Deno.test("the endpoint is a full URL on 127.0.0.1 with the real path", async () => {
  await using sandbox = await startSandbox();
  assertMatch(
    sandbox.endpoint,
    /^http:\/\/127\.0\.0\.1:\d+\/api\/exploreropen\/tokenapi$/,
  );
});

Deno.test("the query that Tencent's SDK sends is accepted", async () => {
  await using sandbox = await startSandbox();
  const response = await send(
    `${sandbox.endpoint}?cmd=AppKugouUserCommand&uin=unknown`,
    wireBody(sandbox, "LAEG4YJE1A/dev01"),
  );
  assertEquals((await response.json()).Response.ErrorCode, 0);
});

Deno.test("an API answer is HTTP 200 with JSON", async () => {
  await using sandbox = await startSandbox();
  for (const id of ["LAEG4YJE1A/dev01", "SANDBOXERR/InternalError"]) {
    const response = await ask(sandbox, id);
    assertEquals(response.status, 200);
    assertEquals(response.headers.get("content-type"), "application/json");
    await response.body?.cancel();
  }
});

Deno.test("any other path is HTTP 404 with a page, as from a gateway", async () => {
  await using sandbox = await startSandbox();
  for (const path of ["/", "/api/exploreropen/tokenapi/", "/api"]) {
    const url = new URL(path, sandbox.endpoint).href;
    const response = await send(url, wireBody(sandbox, "LAEG4YJE1A/dev01"));
    assertEquals(response.status, 404);
    assertMatch(await response.text(), /404 Not Found/);
  }
});

Deno.test("any other method is HTTP 405 that says which is right", async () => {
  await using sandbox = await startSandbox();
  for (const method of ["GET", "PUT", "DELETE", "OPTIONS"]) {
    const response = await fetch(sandbox.endpoint, { method });
    assertEquals(response.status, 405);
    assertEquals(response.headers.get("allow"), "POST");
    await response.body?.cancel();
  }
});
