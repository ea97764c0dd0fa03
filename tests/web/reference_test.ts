import { assert, assertEquals } from "@std/assert";
import { KUGOU_ERROR_CODES } from "../../mod.ts";
import { get, makeApp } from "./app.ts";

for (const language of ["en", "zh"] as const) {
  Deno.test(`the reference has each code once, with an anchor (${language})`, async () => {
    const { handler } = await makeApp();
    const response = await handler(get(`/errors?lang=${language}`));
    const html = await response.text();
    assertEquals(response.status, 200);
    for (const [code, info] of Object.entries(KUGOU_ERROR_CODES)) {
      assertEquals(html.split(`id="${code}"`).length, 2, code);
      assert(html.includes(`href="#${code}"`), code);
      assert(html.includes(escape(info.meaning[language])), code);
      assert(html.includes(escape(info.hint[language])), code);
    }
  });
}

Deno.test("the reference explains failures that have no code", async () => {
  const { handler } = await makeApp();
  const html = await (await handler(get("/errors"))).text();
  for (const kind of ["input", "network", "timeout", "protocol"]) {
    assert(html.includes(`id="kind-${kind}"`), kind);
  }
});

Deno.test("no page without a form sends any JavaScript", async () => {
  const { handler } = await makeApp();
  const html = await (await handler(get("/errors"))).text();
  assertEquals(html.includes("<script"), false);
});

/** Text as Preact writes it into HTML. */
function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")
    .replaceAll('"', "&quot;");
}
