/** Stands in for `@std/cli/unicode-width`; imports nothing, to start quickly. */

/** Drawn upon the character before it, or not at all. */
const NO_WIDTH =
  /^[\p{Cc}\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}\u1160-\u11ff]$/u;

/** One column although Unicode calls it ignorable or an emoji. */
const ONE_COLUMN = /^[\u00ad\p{Regional_Indicator}]$/u;

/** East Asian wide and fullwidth blocks, and emoji drawn in color. */
const TWO_COLUMNS =
  /^[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\u3247\u3250-\u4dbf\u4e00-\ua4c6\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{1b2fb}\u{1f200}-\u{1f265}\u{20000}-\u{3fffd}\p{Emoji_Presentation}]$/u;

/** Counts the columns that a string takes on a terminal. */
export function unicodeWidth(str: string): number {
  let width = 0;
  for (const char of str) width += charWidth(char);
  return width;
}

function charWidth(char: string): number {
  if (char >= " " && char <= "~" || ONE_COLUMN.test(char)) return 1;
  if (NO_WIDTH.test(char)) return 0;
  return TWO_COLUMNS.test(char) ? 2 : 1;
}
