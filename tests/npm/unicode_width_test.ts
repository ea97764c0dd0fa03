import { assertEquals } from "@std/assert";
import { unicodeWidth } from "@std/cli/unicode-width";
// deno-lint-ignore no-import-prefix -- the judge of widths here
import stringWidth from "npm:string-width@^9.0.0";

const WIDTHS: [text: string, width: number][] = [
  ["", 0],
  ["hello world", 11],
  ["天地玄黃宇宙洪荒", 16],
  ["ｆｕｌｌｗｉｄｔｈ", 18],
  ["ﾊﾝｶｸ", 4],
  ["酷狗音乐 VIP", 12],
  ["「晴天」，你好！", 16],
  ["e\u0301", 1],
  ["नमस्ते", 4],
  ["🦕", 2],
  ["🇨🇳", 2],
  ["1\ufe0f\u20e3", 1],
  ["\u200b\ufeff\x00\x1b\x7f\x85", 0],
  ["soft\u00adhyphen", 11],
];

Deno.test("unicodeWidth() counts the columns of a terminal", () => {
  assertEquals(WIDTHS.map(([text]) => [text, unicodeWidth(text)]), WIDTHS);
});

Deno.test("unicodeWidth() counts each part of a joined emoji", () => {
  assertEquals(unicodeWidth("👨\u200d👩\u200d👧"), 6);
});

/** Blocks that nicknames use, of characters assigned before Unicode 15. */
const BLOCKS: [name: string, first: number, last: number][] = [
  ["Latin to Cyrillic", 0x20, 0x52f],
  ["punctuation and symbols", 0x2010, 0x205f],
  ["arrows to boxes", 0x2190, 0x22ff],
  ["boxes to stars", 0x2500, 0x2613],
  ["CJK radicals to Katakana", 0x2e80, 0x2ff0],
  ["CJK punctuation, Hiragana, Katakana", 0x3000, 0x30ff],
  ["Chinese characters", 0x4e00, 0x9fff],
  ["Korean syllables", 0xac00, 0xd7a3],
  ["compatibility forms", 0xf900, 0xffdc],
  ["emoji", 0x1f300, 0x1f64f],
  ["more emoji", 0x1f900, 0x1f9ff],
  ["rarer Chinese characters", 0x20000, 0x2a6df],
];

Deno.test("unicodeWidth() agrees with string-width", async (t) => {
  for (const [name, first, last] of BLOCKS) {
    await t.step(name, () => {
      const differing: string[] = [];
      for (let code = first; code <= last; code++) {
        const char = String.fromCodePoint(code);
        if (isDisputed(char)) continue;
        if (unicodeWidth(char) !== stringWidth(char)) {
          differing.push(code.toString(16));
        }
      }
      assertEquals(differing, []);
    });
  }
});

/** The soft hyphen, fillers of Korean, and what nobody has assigned. */
function isDisputed(char: string): boolean {
  return /^[\p{Cn}\u00ad\u2fff\uffa0]$/u.test(char);
}
