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
  const LC_ALL = "zh_CN.UTF-8";
  const cases: [args: string[], env: Record<string, string>, lang: string][] = [
    [[], {}, "en"],
    [[], { LC_ALL }, "zh"],
    [[], { LC_ALL: "fr_FR.UTF-8" }, "en"],
    [[], { LC_ALL, KUGOU_LANG: "en" }, "en"],
    [[], { KUGOU_LANG: "zh-TW" }, "zh"],
    [[], { KUGOU_LANG: "zh_CN.UTF-8" }, "zh"],
    [[], { LC_ALL, KUGOU_LANG: "C" }, "en"],
    [[], { LC_ALL, KUGOU_LANG: "zha" }, "en"],
    [["--lang=en"], { LC_ALL }, "en"],
    [["--lang", "zh"], { KUGOU_LANG: "en" }, "zh"],
  ];
  const spoken = await Promise.all(
    cases.map(([args, env]) => languageOf(args, env)),
  );
  assertEquals(spoken, cases.map(([, , language]) => language));
});

Deno.test("a wrong command line is refused in the language that it asks for", async () => {
  const { code, stderr } = await run(["usr-info", "--lang", "zh"]);

  assertEquals(code, 2);
  assertMatch(
    stderr,
    /^✗ 命令有误：没有命令 usr-info\n\n {2}您要找的是不是 {2}user-info\n/,
  );
});
