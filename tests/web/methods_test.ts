import { assertEquals } from "@std/assert";
import { get, makeApp, ORIGIN } from "./app.ts";
import { assertSchema } from "./schema.ts";

const PAGES: Record<string, string> = {
  "/": "GET, HEAD, POST, OPTIONS",
  "/errors": "GET, HEAD, OPTIONS",
  "/healthz": "GET, HEAD, OPTIONS",
  "/api/user-info": "POST, OPTIONS",
};

for (const [path, allow] of Object.entries(PAGES)) {
  Deno.test(`OPTIONS ${path} lists ${allow}`, async () => {
    const { handler } = await makeApp();
    const request = new Request(ORIGIN + path, { method: "OPTIONS" });
    const response = await handler(request);
    assertEquals(response.status, 204);
    assertEquals(response.headers.get("allow"), allow);
    assertEquals(response.headers.get("access-control-allow-origin"), null);
  });

  for (const method of ["PUT", "DELETE", "PATCH"]) {
    Deno.test(`${method} ${path} is answered with 405 and what is allowed`, async () => {
      const { handler } = await makeApp();
      const response = await handler(new Request(ORIGIN + path, { method }));
      await response.body?.cancel();
      assertEquals(response.status, 405);
      assertEquals(response.headers.get("allow"), allow);
    });
  }

  if (!allow.includes("HEAD")) continue;
  Deno.test(`HEAD ${path} is answered as GET, without a body`, async () => {
    const { handler } = await makeApp();
    const wanted = await handler(get(path));
    await wanted.body?.cancel();
    const request = new Request(ORIGIN + path, { method: "HEAD" });
    const response = await handler(request);
    assertEquals(response.status, wanted.status);
    assertEquals(response.body, null);
    assertEquals(
      response.headers.get("content-type"),
      wanted.headers.get("content-type"),
    );
  });
}

Deno.test("GET of the API is answered with 405, in JSON", async () => {
  const { handler } = await makeApp();
  const response = await handler(get("/api/user-info"));
  const body = await response.json();
  assertEquals(response.status, 405);
  assertEquals(response.headers.get("allow"), "POST, OPTIONS");
  assertSchema("Failure", body);
  assertEquals(body.error.kind, "refused");
});

Deno.test("a method that no page has is answered with 501", async () => {
  const { handler, bugs } = await makeApp();
  const request = new Request(`${ORIGIN}/`, { method: "PROPFIND" });
  const response = await handler(request);
  await response.body?.cancel();
  assertEquals(response.status, 501);
  assertEquals(bugs, []);
});
