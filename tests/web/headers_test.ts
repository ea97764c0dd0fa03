import { assert, assertEquals, assertMatch } from "@std/assert";
import { get, makeApp, ORIGIN, post, postJson } from "./app.ts";

/** One request for each kind of answer. */
const REQUESTS: Record<string, () => Request> = {
  "the form": () => get("/"),
  "a failed lookup": () => post({ deviceId: "no" }),
  "the reference": () => get("/errors"),
  "a page that is not there": () => get("/nowhere"),
  "a file": () => get("/styles.css"),
  "a picture": () => get("/icon.svg"),
  "a missing picture": () => get("/favicon.ico"),
  "the health": () => get("/healthz"),
  "the API": () => postJson({}),
  "a refusal of the API": () => postJson("nonsense"),
  "a refused lookup": () => post({}, { "sec-fetch-site": "cross-site" }),
  "a large body": () => post({ params: "x".repeat(20_000) }),
  "a wrong method": () => new Request(`${ORIGIN}/`, { method: "PUT" }),
  "an unknown method": () => new Request(`${ORIGIN}/`, { method: "PROPFIND" }),
  "OPTIONS": () => new Request(`${ORIGIN}/`, { method: "OPTIONS" }),
  "HEAD": () => new Request(`${ORIGIN}/`, { method: "HEAD" }),
};

for (const [name, make] of Object.entries(REQUESTS)) {
  Deno.test(`every header that keeps visitors safe is on ${name}`, async () => {
    const { handler } = await makeApp();
    const response = await handler(make());
    await response.body?.cancel();
    const { headers } = response;
    const policy = headers.get("content-security-policy") ?? "";
    assert(policy.includes("default-src 'none'"));
    assert(policy.includes("frame-ancestors 'none'"));
    assertEquals(policy.includes("unsafe-"), false);
    assertEquals(policy.includes("upgrade-insecure-requests"), false);
    assertEquals(headers.get("referrer-policy"), "no-referrer");
    assertEquals(headers.get("x-content-type-options"), "nosniff");
    assertEquals(headers.get("cross-origin-opener-policy"), "same-origin");
    assertEquals(headers.get("cross-origin-resource-policy"), "same-origin");
    assertMatch(headers.get("permissions-policy") ?? "", /camera=\(\)/);
    assertMatch(headers.get("x-request-id") ?? "", /^[\da-f-]{36}$/);
    assertEquals(headers.get("set-cookie"), null);
    assertEquals(headers.get("strict-transport-security"), null);
    assertEquals(headers.get("cache-control"), "no-store");
  });
}

Deno.test("a page's scripts carry the nonce of its policy, new each time", async () => {
  const { handler } = await makeApp();
  const nonces = new Set<string>();
  for (let i = 0; i < 3; i++) {
    const response = await handler(get("/"));
    const policy = response.headers.get("content-security-policy") ?? "";
    const [, nonce = ""] = /script-src 'self' 'nonce-([^']+)'/.exec(policy) ??
      [];
    assert(nonce.length >= 16);
    nonces.add(nonce);
    for (const [script] of (await response.text()).matchAll(/<script[^>]*>/g)) {
      assert(script.includes(`nonce="${nonce}"`), script);
    }
  }
  assertEquals(nonces.size, 3);
});

Deno.test("no page has a style attribute or an event handler in its HTML", async () => {
  const { handler } = await makeApp();
  for (const path of ["/", "/errors", "/nowhere"]) {
    const html = await (await handler(get(path))).text();
    assertEquals(/<[^>]+ (?:style|on\w+)=/.test(html), false, path);
  }
});

Deno.test("a file whose URL names its build is cached, and no other", async () => {
  const { handler } = await makeApp();
  const html = await (await handler(get("/"))).text();
  const paths = [
    ...html.matchAll(/(?:href|from) ?="?(\/[^"?]+\?__frsh_c=[^"]+)"/g),
    ...html.matchAll(/from "(\/_fresh\/js\/[^"]+)"/g),
  ].map(([, path = ""]) => path);
  assert(paths.length >= 3);
  for (const path of paths) {
    const response = await handler(get(path));
    await response.body?.cancel();
    assertEquals(response.status, 200, path);
    assertEquals(
      response.headers.get("cache-control"),
      "public, max-age=31536000, immutable",
      path,
    );
  }
});

Deno.test("behind a TLS proxy that is trusted, browsers are told to stay with TLS", async () => {
  const { handler } = await makeApp({ trustProxy: 1 });
  const proto = { "x-forwarded-proto": "https" };
  for (const request of [get("/healthz", proto), postJson({}, proto)]) {
    const response = await handler(request);
    await response.body?.cancel();
    assertMatch(
      response.headers.get("strict-transport-security") ?? "",
      /^max-age=31536000/,
    );
  }
});

Deno.test("nobody can claim TLS where no proxy is trusted", async () => {
  const { handler } = await makeApp();
  const proto = { "x-forwarded-proto": "https" };
  for (const request of [get("/healthz", proto), postJson({}, proto)]) {
    const response = await handler(request);
    await response.body?.cancel();
    assertEquals(response.headers.get("strict-transport-security"), null);
  }
});
