/**
 * Control characters, which move the cursor or ring the bell; invisible ones,
 * which reverse what is read; and halves of characters. The joiners U+200C and
 * U+200D stay: emoji and scripts are made with them.
 */
const UNSAFE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/gu;

const NAMED: Readonly<Record<string, string>> = {
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

/** Shows what cannot be seen, such as `\u{1b}`: safe on a terminal, one line. */
export function escapeText(text: string): string {
  return text.replace(
    UNSAFE,
    (char) => NAMED[char] ?? `\\u{${char.codePointAt(0)!.toString(16)}}`,
  );
}

/** Writes a value as JSON that is safe on a terminal too, and means the same. */
export function escapeJson(value: unknown, isPretty: boolean): string {
  const json = JSON.stringify(value, null, isPretty ? 2 : undefined);
  // A line break stands only between the values, where JSON itself put it.
  return json.replace(
    UNSAFE,
    (char) => char === "\n" ? char : char.split("").map(escapeUnit).join(""),
  );
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** Erases the line where the cursor is. */
export const CLEAR_LINE = "\r\x1b[K";
