import { assert, assertEquals } from "@std/assert";
import { loadWords } from "../../lib/i18n/load.ts";
import type { Words } from "../../lib/i18n/words.ts";

const TOPICS: readonly (keyof Words)[] = [
  "card",
  "explain",
  "failure",
  "help",
  "lookup",
  "sandbox",
  "usage",
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
  Deno.test(`the words of ${topic} have one shape in both languages`, async () => {
    const en = await loadWords(topic, "en");
    const zh = await loadWords(topic, "zh");

    assertEquals(shapeOf(zh).toSorted(), shapeOf(en).toSorted());
  });

  Deno.test(`the words of ${topic} are in their language`, async () => {
    const han = /\p{Script=Han}/u;
    const en = textsOf(await loadWords(topic, "en"));
    const zh = textsOf(await loadWords(topic, "zh"));

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
