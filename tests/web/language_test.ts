import { assert, assertEquals } from "@std/assert";
import { chooseLanguage } from "../../lib/web/language.ts";
import { webWords } from "../../lib/i18n/web_words.ts";
import { get, makeApp, post } from "./app.ts";

const cases: [accept: string | null, language: "en" | "zh"][] = [
  [null, "en"],
  ["", "en"],
  ["*", "en"],
  ["fr-FR,fr;q=0.9", "en"],
  ["zh-CN,zh;q=0.9,en;q=0.8", "zh"],
  ["ZH-hant-TW", "zh"],
  ["de, zh;q=0.3, en;q=0.2", "zh"],
  ["zh;q=0.4,en;q=0.8", "en"],
  ["zh;q=0, en;q=0.1", "en"],
  ["zh;q=0", "en"],
  ["zh; q=nonsense, en;q=0.1", "en"],
  ["zhuang", "en"],
];

for (const [accept, language] of cases) {
  Deno.test(`Accept-Language ${accept} is answered in ${language}`, () => {
    assertEquals(chooseLanguage(null, accept), language);
  });
}

Deno.test("the switch goes before Accept-Language", () => {
  assertEquals(chooseLanguage("en", "zh-CN"), "en");
  assertEquals(chooseLanguage("zh", "en"), "zh");
});

Deno.test("a language that there is not does not count as chosen", () => {
  assertEquals(chooseLanguage("xx", "zh-CN"), "zh");
});

Deno.test("a page says its language, and switches without JavaScript", async () => {
  const { handler } = await makeApp();
  const html = await (await handler(get("/", { "accept-language": "zh-CN" })))
    .text();
  assert(html.startsWith('<!DOCTYPE html><html lang="zh-CN">'));
  assert(html.includes("这台设备绑定的酷狗用户是谁？"));
  assert(/<a href="\/\?lang=en"[^>]*>English<\/a>/.test(html));
});

Deno.test("a chosen language stays chosen in the form and in links", async () => {
  const { handler } = await makeApp();
  const html = await (await handler(get("/?lang=zh"))).text();
  assert(html.includes('action="/?lang=zh"'));
  assert(html.includes('href="/errors?lang=zh"'));
  const answer = await handler(post({ deviceId: "no" }, {}, "/?lang=zh"));
  assert((await answer.text()).includes("请求未发送"));
});

Deno.test("the switch keeps the device id that the page shows", async () => {
  const { handler } = await makeApp();
  const html = await (await handler(get("/?deviceId=A/b"))).text();
  assert(html.includes('href="/?lang=zh&amp;deviceId=A%2Fb"'));
});

Deno.test("a page says in which language it is", async () => {
  const { handler } = await makeApp();
  const html = async (path: string) => await (await handler(get(path))).text();
  assert((await html("/?lang=zh")).includes('<html lang="zh-CN">'));
  assert((await html("/errors?lang=en")).includes('<html lang="en">'));
});

/** Each text of the words with its place. */
function texts(words: object, path = ""): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === "object"
      ? texts(value, `${path}.${key}`)
      : [[`${path}.${key}`, String(value)]]
  );
}

Deno.test("Chinese words are Chinese, but for names", () => {
  const names = [".language", ".tag", ".api", ".terms.memberships.vip"];
  for (const [path, text] of texts(webWords("zh"))) {
    if (names.includes(path) || text.includes("=>")) continue;
    assert(/\p{Script=Han}/u.test(text), `${path}: ${text}`);
  }
});
