import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { get, makeApp } from "./app.ts";

/** The page without what is new each time. */
async function show(response: Response): Promise<[string, string[][]]> {
  const policy = response.headers.get("content-security-policy")!;
  const [, nonce = ""] = /'nonce-([^']+)'/.exec(policy) ?? [];
  assert(nonce.length >= 16);
  const html = await response.text();
  const headers = [...response.headers].filter(([name]) =>
    name !== "x-request-id"
  );
  return [
    unescape(html.replaceAll(nonce, "")),
    headers.map(([name, value]) => [name, value.replaceAll(nonce, "")]),
  ];
}

/** What a browser reads of it: characters may be written by their numbers. */
function unescape(html: string): string {
  return html
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(
      /\\u([\da-f]{4})/g,
      (_, code) => String.fromCharCode(parseInt(code, 16)),
    );
}

Deno.test("a form that is remembered is the one that was rendered", async () => {
  const { handler } = await makeApp();
  for (const path of ["/", "/?lang=en", "/?lang=zh"]) {
    for (const language of ["en", "zh"]) {
      const ask = () => handler(get(path, { "accept-language": language }));
      const rendered = await show(await ask());
      assertEquals(await show(await ask()), rendered);
      const other = await makeApp();
      const anew = other.handler(get(path, { "accept-language": language }));
      assertEquals(await show(await anew), rendered);
    }
  }
});

Deno.test("a form that is remembered is told apart by TLS, and logged", async () => {
  const { handler, log } = await makeApp({ trustProxy: 1 });
  const ask = async (proto: string) => {
    const response = await handler(get("/", { "x-forwarded-proto": proto }));
    await response.body?.cancel();
    return response.headers;
  };
  const name = "strict-transport-security";
  for (const _ of ["rendered", "remembered"]) {
    assertEquals((await ask("http")).get(name), null);
    assert((await ask("https")).get(name));
  }
  const headers = await ask("http");
  assertEquals(log.length, 5);
  assertEquals(log[4]?.requestId, headers.get("x-request-id") ?? "");
  assertEquals(new Set(log.map(({ requestId }) => requestId)).size, 5);
});

Deno.test("a form that a host of nonsense was sent with is nobody else's", async () => {
  const { handler } = await makeApp({ trustProxy: 1 });
  const ask = async (host: string) => {
    const response = await handler(get("/", {
      "x-forwarded-proto": "https",
      "x-forwarded-host": host,
    }));
    await response.body?.cancel();
    return response.headers.get("strict-transport-security");
  };
  assertEquals(await ask("no host at all"), null);
  assert(await ask("lookup.example"));
});

Deno.test("forms that are asked for at the same time have nonces of their own", async () => {
  const { handler } = await makeApp();
  await show(await handler(get("/")));
  const responses = await Promise.all([1, 2, 3].map(() => handler(get("/"))));
  const pages = await Promise.all(responses.map((it) => it.clone().text()));
  assertEquals(new Set(pages).size, 3);
  const shown = await Promise.all(responses.map(show));
  assertEquals(shown[0], shown[1]);
  assertEquals(shown[1], shown[2]);
});

Deno.test("a form that holds a device is rendered for its visitor alone", async () => {
  const { handler } = await makeApp();
  const [empty] = await show(await handler(get("/")));
  const [filled] = await show(await handler(get("/?deviceId=LAEG4YJE1A/a")));
  assertNotEquals(filled, empty);
  assertEquals((await show(await handler(get("/"))))[0], empty);
});
