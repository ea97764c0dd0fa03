import { assertEquals } from "@std/assert";
import { startSandbox } from "../../lib/sandbox/mod.ts";
import { isOwnRequest } from "../../lib/web/csrf.ts";
import { makeApp, post, postJson } from "./app.ts";

function isOwn(
  headers: Record<string, string>,
  { path = "/", trustProxy = 0, method = "POST" } = {},
): boolean {
  const request = new Request(`http://lookup.example${path}`, {
    method,
    headers,
  });
  return isOwnRequest(request, trustProxy);
}

Deno.test("a browser that says where a request comes from is believed", () => {
  assertEquals(isOwn({ "sec-fetch-site": "same-origin" }), true);
  assertEquals(isOwn({ "sec-fetch-site": "none" }), true);
  assertEquals(isOwn({ "sec-fetch-site": "same-site" }), false);
  assertEquals(isOwn({ "sec-fetch-site": "cross-site" }), false);
});

Deno.test("what the browser says goes before Origin, which a proxy may change", () => {
  const headers = { "sec-fetch-site": "same-origin", origin: "null" };
  assertEquals(isOwn(headers), true);
  const crossSite = {
    "sec-fetch-site": "cross-site",
    origin: "http://lookup.example",
  };
  assertEquals(isOwn(crossSite), false);
});

Deno.test("an older browser is believed by its Origin", () => {
  assertEquals(isOwn({ origin: "http://lookup.example" }), true);
  assertEquals(isOwn({ origin: "http://other.example" }), false);
  assertEquals(isOwn({ origin: "https://lookup.example" }), false);
  assertEquals(isOwn({ origin: "null" }), false);
});

Deno.test("behind a TLS proxy, Origin is compared with what the visitor sees", () => {
  const headers = {
    origin: "https://lookup.example",
    "x-forwarded-proto": "https",
  };
  assertEquals(isOwn(headers, { trustProxy: 1 }), true);
  assertEquals(isOwn(headers, { trustProxy: 0 }), false);
});

Deno.test("with neither header, programs may use the API but not the form", () => {
  assertEquals(isOwn({}), false);
  assertEquals(isOwn({}, { path: "/api/user-info" }), true);
});

Deno.test("pages may be opened from anywhere", () => {
  const headers = { "sec-fetch-site": "cross-site" };
  assertEquals(isOwn(headers, { method: "GET" }), true);
});

Deno.test("a lookup of another site is refused, and reaches no endpoint", async () => {
  let lookups = 0;
  await using sandbox = await startSandbox({ onRequest: () => lookups++ });
  const { endpoint, accessToken } = sandbox;
  const { handler } = await makeApp({ endpoint });
  const lookup = { deviceId: "LAEG4YJE1A/dev01", accessToken };
  const headers = { "sec-fetch-site": "cross-site" };

  const page = await handler(post(lookup, headers));
  assertEquals(page.status, 403);
  assertEquals((await page.text()).includes("another site"), true);

  const api = await handler(postJson(lookup, headers));
  assertEquals(api.status, 403);
  assertEquals((await api.json()).error.kind, "refused");
  assertEquals(lookups, 0);
});

Deno.test("a form of another site cannot pass for JSON", async () => {
  const { handler } = await makeApp();
  const request = postJson("{}", { "content-type": "text/plain" });
  const response = await handler(request);
  assertEquals(response.status, 415);
  await response.body?.cancel();
});
