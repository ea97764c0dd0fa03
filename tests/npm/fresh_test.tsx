import { assert, assertEquals, assertMatch } from "@std/assert";
import { App, csp, HttpError, type MiddlewareFn, staticFiles } from "fresh";
import { Builder } from "fresh/dev";

interface State {
  title: string;
}

const builder = new Builder<State>({
  root: `${import.meta.dirname}/testdata/fresh`,
});
const apply = await builder.build({ snapshot: "memory" });

function createHandler(...middlewares: MiddlewareFn<State>[]) {
  const app = new App<State>()
    .use(...middlewares, csp({ useNonce: true }), staticFiles())
    .fsRoutes();
  apply(app);
  return app.handler();
}

const handler = createHandler();

async function ask(path: string, init?: RequestInit) {
  return await handler(new Request(`http://localhost${path}`, init));
}

Deno.test("a page renders inside of _app.tsx as its handler says", async () => {
  const response = await ask("/");
  assertEquals(response.status, 201);
  assertEquals(response.headers.get("x-page"), "home");
  assertEquals(
    response.headers.get("content-type"),
    "text/html; charset=utf-8",
  );
  const html = await response.text();
  assertMatch(html, /^<!DOCTYPE html><html lang="en"><head>/);
  assertMatch(html, /<title>Home<\/title>/);
  assertMatch(html, /<body><main><h1>\/<\/h1>/);
});

Deno.test("islands stand between comments, and one in another does not", async () => {
  const html = await (await ask("/?name=me")).text();
  const islands = html.matchAll(
    /<!--frsh:island:(\w+):(\d):-->(.*?)<!--\/frsh:island-->/g,
  );
  assertEquals([...islands].map(([, ...groups]) => groups), [
    ["Box", "0", '<button type="button" disabled >me <b>0</b></button>'],
    ["Box", "1", '<button type="button" disabled >second <b>0</b></button>'],
  ]);
});

Deno.test("what a page with islands loads is there, for a year", async () => {
  const html = await (await ask("/")).text();
  const paths = [...html.matchAll(/ from "(\/_fresh\/js\/[^"]+)"/g)]
    .map(([, path]) => path!);
  assertEquals(paths.length, 2);
  for (const path of paths) {
    const response = await ask(path);
    assertEquals(response.status, 200);
    assertMatch(response.headers.get("content-type")!, /^text\/javascript/);
    assertEquals(
      response.headers.get("cache-control"),
      "public, max-age=31536000, immutable",
    );
    assert((await response.text()).length > 100);
  }
});

Deno.test("the props of an island cannot end its script", async () => {
  const name = encodeURIComponent("</script><script>alert(1)</script>");
  const html = await (await ask(`/?name=${name}`)).text();
  assertEquals(html.match(/<\/script/g)?.length, 1);
});

Deno.test("a page without islands sends no JavaScript", async () => {
  const html = await (await ask("/plain")).text();
  assertMatch(html, /\/plain<\/main><\/body><\/html>$/);
});

Deno.test("each render has a nonce of its own, told by csp()", async () => {
  const nonces = new Set<string>();
  for (const path of ["/", "/", "/plain"]) {
    const response = await ask(path);
    const policy = response.headers.get("content-security-policy")!;
    const [, nonce] = policy.match(/script-src 'self' 'nonce-(\w+)'/)!;
    const html = await response.text();
    assertMatch(html, new RegExp(`<(script|style)[^>]* nonce="${nonce}"`));
    nonces.add(nonce!);
  }
  assertEquals(nonces.size, 3);
});

Deno.test("csp() tells no nonce of what was not rendered", async () => {
  const response = await ask("/api/echo", { method: "POST" });
  await response.body?.cancel();
  const policy = response.headers.get("content-security-policy")!;
  assertEquals(policy.includes("nonce-"), false);
});

Deno.test("a handler is given the request of its method", async () => {
  const response = await ask("/api//echo/", { method: "POST", body: "text" });
  assertEquals(await response.json(), {
    body: "text",
    hostname: "localhost",
    params: {},
    path: "/api/echo/",
  });
  for (const method of ["GET", "PUT", "OPTIONS"]) {
    assertEquals((await ask("/api/echo", { method })).status, 404);
  }
});

Deno.test("HEAD is answered like GET, without a body", async () => {
  for (const path of ["/", "/look.css"]) {
    const [head, get] = [await ask(path, { method: "HEAD" }), await ask(path)];
    await get.body?.cancel();
    assertEquals([head.status, head.body], [get.status, null]);
    const type = "content-type";
    assertEquals(head.headers.get(type), get.headers.get(type));
  }
});

Deno.test("an unknown path is an HttpError that middlewares can catch", async () => {
  const catching = createHandler(async (ctx) => {
    try {
      return await ctx.next();
    } catch (error) {
      assert(error instanceof HttpError);
      ctx.state.title = "Lost";
      return await ctx.render(<p>{error.status}</p>, { status: error.status });
    }
  });
  const response = await catching(new Request("http://localhost/missing"));
  assertEquals(response.status, 404);
  assertMatch(
    await response.text(),
    /<title>Lost<\/title>.*<body><p>404<\/p><\/body>/,
  );
});

Deno.test("a static file has a type, and is fresh unless it is named by its build", async () => {
  const response = await ask("/look.css");
  assertMatch(await response.text(), /^body \{/);
  assertMatch(response.headers.get("content-type")!, /^text\/css/);
  assertMatch(response.headers.get("cache-control")!, /^no-cache/);
  const [, path] = (await (await ask("/")).text()).match(/href="([^"]+)"/)!;
  const named = await ask(path!);
  await named.body?.cancel();
  assertMatch(named.headers.get("cache-control")!, /^public, max-age=31536000/);
});

Deno.test("a static file refuses all methods but GET and HEAD", async () => {
  const response = await ask("/look.css", { method: "POST" });
  assertEquals(response.status, 405);
  await response.body?.cancel();
});
