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

Deno.test("the reference sends no JavaScript", async () => {
  const { handler } = await makeApp();
  const html = await (await handler(get("/errors"))).text();
  assertEquals(html.includes("<script"), false);
});

/** What the reference shows for a query: its codes, and the page. */
async function ask(query: string): Promise<{ codes: string[]; html: string }> {
  const { handler } = await makeApp();
  const html = await (await handler(get(`/errors?${query}`))).text();
  const shown = html.matchAll(/<li [^>]*id="([^"]+)"/g);
  return { codes: [...shown].map(([, id = ""]) => id), html };
}

for (
  const [query, expected] of [
    ["q=ResourceNotFound.DeviceNotExist", ["ResourceNotFound.DeviceNotExist"]],
    ["q=200003", ["200003"]],
    ["q=%E2%80%8B+devicenotEXIST+", ["ResourceNotFound.DeviceNotExist"]],
    ["q=%EF%BC%92%EF%BC%90%EF%BC%90%EF%BC%90%EF%BC%90%EF%BC%93", ["200003"]],
    ["q=was+not+created+device+id/device", ["ResourceNotFound.DeviceNotExist"]],
    ["q=设备未创建", ["ResourceNotFound.DeviceNotExist"]],
    ["q=IoT+Explorer+console&class=limit", []],
    ["q=certificate", ["kind-certificate"]],
    ["q=证书&lang=en", ["kind-certificate"]],
    ["q=no+such+words+anywhere", []],
  ] as const
) {
  Deno.test(`the reference shows for ${decodeURI(query)} what has all words of it`, async () => {
    assertEquals((await ask(query)).codes, [...expected]);
  });
}

Deno.test("the reference shows one class, and all where there is no such class", async () => {
  const { codes, html } = await ask("class=limit");
  const limits = Object.entries(KUGOU_ERROR_CODES)
    .filter(([, info]) => info.class === "limit").map(([code]) => code);
  assertEquals(codes.toSorted(), limits.toSorted());
  assert(html.includes(`${limits.length} matches`));
  const [chosen = ""] = html.match(/<option [^>]*selected[^>]*>/) ?? [];
  assert(chosen.includes('value="limit"'));
  const all = await ask("");
  assertEquals((await ask("class=nonsense")).codes, all.codes);
});

Deno.test("the code that was asked for stands out of those that contain it", async () => {
  const { codes, html } = await ask("q=InvalidParameterValue");
  assert(codes.length > 1);
  const asked = [...html.matchAll(/<li [^>]*class="asked"[^>]*>/g)].join();
  assert(asked.includes('id="InvalidParameterValue"'));
});

Deno.test("a code that is not listed is explained by its longest listed prefix", async () => {
  const { codes, html } = await ask("q=ResourceNotFound.RoomNotExist");
  assertEquals(codes, ["ResourceNotFound"]);
  assert(html.includes("ResourceNotFound.RoomNotExist is not listed."));
  const other = await ask("q=ResourceNotFound.RoomNotExist&class=auth");
  assertEquals(other.codes, []);
});

Deno.test("where nothing is found, the page says what to do", async () => {
  const { html } = await ask("q=NobodyKnows&lang=en&deviceId=A%2Fb");
  assert(html.includes("No matches"));
  assert(html.includes("give the code and the request id"));
  assert(html.includes('href="/errors?lang=en&amp;deviceId=A%2Fb"'));
});

Deno.test("a filter keeps the language and the device, and they keep the filter", async () => {
  const { html } = await ask("q=%22%3E<b&class=auth&lang=zh&deviceId=A%2Fb");
  assert(html.includes('type="hidden" name="lang" value="zh"'));
  assert(html.includes('type="hidden" name="deviceId" value="A/b"'));
  assert(html.includes('value="&quot;>&lt;b"'));
  assert(
    html.includes(
      'href="/errors?lang=en&amp;deviceId=A%2Fb&amp;q=%22%3E%3Cb&amp;class=auth"',
    ),
  );
});

/** Text as Preact writes it into HTML. */
function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")
    .replaceAll('"', "&quot;");
}
