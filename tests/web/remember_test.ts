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
    html.replaceAll(nonce, ""),
    headers.map(([name, value]) => [name, value.replaceAll(nonce, "")]),
  ];
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

Deno.test("a form that holds a device is rendered for its visitor alone", async () => {
  const { handler } = await makeApp();
  const [empty] = await show(await handler(get("/")));
  const [filled] = await show(await handler(get("/?deviceId=LAEG4YJE1A/a")));
  assertNotEquals(filled, empty);
  assertEquals((await show(await handler(get("/"))))[0], empty);
});
