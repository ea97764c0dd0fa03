import { assertEquals, assertMatch } from "@std/assert";
import { run } from "./run.ts";

/** The first line of help, which tells the language. */
async function languageOf(
  args: readonly string[],
  env: Record<string, string>,
): Promise<string> {
  const { stdout } = await run([...args, "--help"], { env });
  return /\p{Script=Han}/u.test(stdout) ? "zh" : "en";
}

Deno.test("the language is --lang, then KUGOU_LANG, then the machine's", async () => {
  assertEquals(await languageOf([], {}), "en");
  assertEquals(await languageOf([], { LC_ALL: "zh_CN.UTF-8" }), "zh");
  assertEquals(await languageOf([], { LC_ALL: "fr_FR.UTF-8" }), "en");
  const zh = { LC_ALL: "zh_CN.UTF-8" };
  assertEquals(await languageOf([], { ...zh, KUGOU_LANG: "en" }), "en");
  assertEquals(await languageOf([], { KUGOU_LANG: "zh-TW" }), "zh");
  assertEquals(await languageOf([], { KUGOU_LANG: "zh_CN.UTF-8" }), "zh");
  assertEquals(await languageOf([], { ...zh, KUGOU_LANG: "C" }), "en");
  assertEquals(await languageOf([], { ...zh, KUGOU_LANG: "zha" }), "en");
  assertEquals(await languageOf(["--lang=en"], { ...zh }), "en");
  assertEquals(await languageOf(["--lang", "zh"], { KUGOU_LANG: "en" }), "zh");
});

Deno.test("a wrong command line is refused in the language that it asks for", async () => {
  const { code, stderr } = await run(["usr-info", "--lang", "zh"]);

  assertEquals(code, 2);
  assertMatch(
    stderr,
    /^✗ 命令有误：没有命令 usr-info\n\n {2}您要找的是不是 {2}user-info\n/,
  );
});
