import { assertEquals } from "@std/assert";
import { startSandbox } from "../../lib/sandbox/mod.ts";
import { makeApp, post, postJson } from "./app.ts";

/** Whether a request is let through to where its fields are looked at. */
async function isOwn(
  headers: Record<string, string>,
  { path = "/", trustProxy = 0, method = "POST" } = {},
): Promise<boolean> {
  const { handler } = await makeApp({ trustProxy });
  const url = `http://lookup.example${path}`;
  const response = await handler(new Request(url, { method, headers }));
  await response.body?.cancel();
  return response.status !== 403;
}

Deno.test("a browser that says where a request comes from is believed", async () => {
  assertEquals(await isOwn({ "sec-fetch-site": "same-origin" }), true);
  assertEquals(await isOwn({ "sec-fetch-site": "none" }), true);
  assertEquals(await isOwn({ "sec-fetch-site": "same-site" }), false);
  assertEquals(await isOwn({ "sec-fetch-site": "cross-site" }), false);
});

Deno.test("what the browser says goes before Origin, which a proxy may change", async () => {
  const headers = { "sec-fetch-site": "same-origin", origin: "null" };
  assertEquals(await isOwn(headers), true);
  const crossSite = {
    "sec-fetch-site": "cross-site",
    origin: "http://lookup.example",
  };
  assertEquals(await isOwn(crossSite), false);
});

Deno.test("an older browser is believed by its Origin", async () => {
  assertEquals(await isOwn({ origin: "http://lookup.example" }), true);
  assertEquals(await isOwn({ origin: "http://other.example" }), false);
  assertEquals(await isOwn({ origin: "https://lookup.example" }), false);
  assertEquals(await isOwn({ origin: "null" }), false);
});

Deno.test("behind a TLS proxy, Origin is compared with what the visitor sees", async () => {
  const headers = {
    origin: "https://lookup.example",
    "x-forwarded-proto": "https",
  };
  assertEquals(await isOwn(headers, { trustProxy: 1 }), true);
  assertEquals(await isOwn(headers, { trustProxy: 0 }), false);
});

Deno.test("an Origin of null is nobody's own, by whichever socket a request came", async () => {
  const { handler } = await makeApp();
  for (const url of ["http+unix://lookup.example/", "http+vsock://3:8000/"]) {
    for (
      const [headers, status] of [
        [{ origin: "null" }, 403],
        [{ "sec-fetch-site": "same-origin" }, 400],
      ] as const
    ) {
      const body = new URLSearchParams({ deviceId: "" });
      const request = new Request(url, { method: "POST", headers, body });
      const response = await handler(request);
      await response.body?.cancel();
      assertEquals(response.status, status, url);
    }
  }
});

Deno.test("with neither header, programs may use the API but not the form", async () => {
  assertEquals(await isOwn({}), false);
  assertEquals(await isOwn({}, { path: "/api/user-info" }), true);
});

Deno.test("pages may be opened from anywhere", async () => {
  const headers = { "sec-fetch-site": "cross-site" };
  assertEquals(await isOwn(headers, { method: "GET" }), true);
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
