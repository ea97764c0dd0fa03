import { assert, assertEquals } from "@std/assert";
import { type Words, words } from "../../lib/i18n/words.ts";

const TOPICS: readonly (keyof Words)[] = [
  "card",
  "explain",
  "failure",
  "help",
  "lookup",
  "sandbox",
  "input",
  "batch",
  "terms",
];

/** Where each text of a topic stands, and the text; functions are left out. */
function textsOf(value: unknown, path = ""): [path: string, text: string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, it]) =>
    textsOf(it, `${path}.${key}`)
  );
}

/** Every path of a topic, with what kind of words stands there. */
function shapeOf(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null) {
    return [`${path}: ${typeof value}`];
  }
  return Object.entries(value).flatMap(([key, it]) =>
    shapeOf(it, `${path}.${key}`)
  );
}

for (const topic of TOPICS) {
  Deno.test(`the words of ${topic} have one shape in both languages`, () => {
    const en = words("en")[topic];
    const zh = words("zh")[topic];

    assertEquals(shapeOf(zh).toSorted(), shapeOf(en).toSorted());
  });

  Deno.test(`the words of ${topic} are in their language`, () => {
    const han = /\p{Script=Han}/u;
    const en = textsOf(words("en")[topic]);
    const zh = textsOf(words("zh")[topic]);

    for (const [path, text] of en) {
      assertEquals(han.test(text), false, `${path}: ${text}`);
      assertEquals(text, text.trimStart(), path);
    }
    const untranslated = zh.filter(([path, text]) =>
      !han.test(text) && !/example|command|placeholder|\.vip$/.test(path) &&
      text !== ""
    );
    assertEquals(untranslated, []);
    // A half-width mark between Chinese characters is a slip.
    for (const [path, text] of zh) {
      assert(!/\p{Script=Han}[,;:!?]\p{Script=Han}/u.test(text), path);
    }
  });
}

Deno.test("a duration is told in units that people use, however long it is", () => {
  const cases = [
    [1, "1 ms", "1 毫秒"],
    [300, "300 ms", "300 毫秒"],
    [1_500, "1.5 s", "1.5 秒"],
    [10_000, "10 s", "10 秒"],
    [90_000, "1 min 30 s", "1 分 30 秒"],
    [86_400_000, "24 h", "24 小时"],
    [86_460_000, "24 h 1 min", "24 小时 1 分"],
    [1e15, "more than 100 days", "100 天以上"],
    [Infinity, "more than 100 days", "100 天以上"],
  ] as const;
  for (const [ms, en, zh] of cases) {
    assertEquals(words("en").terms.duration(ms), en);
    assertEquals(words("zh").terms.duration(ms), zh);
  }
});
