import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { escapeJson, escapeText } from "../../lib/text/escape.ts";

/** What would move a cursor, hide, or turn what is read around. */
const UNSAFE = /\p{Cc}|\p{Zl}|\p{Zp}|(?![\u200c\u200d])\p{Cf}|\p{Cs}/u;

Deno.test("what people write stays as it is", () => {
  for (
    const text of [
      "",
      "Sample User",
      "示例用户：车里听歌",
      "👩‍🚀🇨🇳🎧",
      "a\\b",
      "é",
      "می‌خواهم",
    ]
  ) {
    assertEquals(escapeText(text), text);
  }
});

Deno.test("what cannot be seen is shown", () => {
  assertEquals(escapeText("a\r\n\tb"), "a\\r\\n\\tb");
  assertEquals(escapeText("\u2028\u2029"), "\\u{2028}\\u{2029}");
  assertEquals(escapeText("\x1b[31m\x07\x9b"), "\\u{1b}[31m\\u{7}\\u{9b}");
  assertEquals(escapeText("\u202eevil\u2066"), "\\u{202e}evil\\u{2066}");
  assertEquals(
    escapeText("a\u200bb\ufeff\u00ad"),
    "a\\u{200b}b\\u{feff}\\u{ad}",
  );
  assertEquals(escapeText("\u{e0041}\ud800"), "\\u{e0041}\\u{d800}");
});

Deno.test("no text gets through unsafe", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => {
    assertEquals(UNSAFE.test(escapeText(text)), false);
  }));
});

Deno.test("JSON is safe on a terminal, and means the same", () => {
  fc.assert(fc.property(fc.jsonValue({ stringUnit: "binary" }), (value) => {
    for (const isPretty of [true, false]) {
      const json = escapeJson(value, isPretty);

      assertEquals(JSON.stringify(JSON.parse(json)), JSON.stringify(value));
      assertEquals(UNSAFE.test(json.replaceAll("\n", "")), false);
      assert(isPretty || !json.includes("\n"));
    }
  }));
});
