/**
 * Makes text of the server fit for a terminal.
 *
 * @module
 */

/**
 * Control characters, which move the cursor or ring the bell; invisible ones,
 * which reverse what is read; and halves of characters. The joiners U+200C and
 * U+200D stay: emoji and scripts are made with them.
 */
const UNSAFE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/gu;

/** Most texts are plain, and this is known sooner than by the whole of it. */
const PLAIN = /^[ -~]*$/;

/**
 * Shows what cannot be seen, such as `\u{1b}` for an escape character.
 *
 * @param text Any text.
 * @returns The text, safe on a terminal, on one line.
 */
export function escapeText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(UNSAFE, (char) => {
    if (char === "\n") return "\\n";
    if (char === "\r") return "\\r";
    if (char === "\t") return "\\t";
    return `\\u{${char.codePointAt(0)!.toString(16)}}`;
  });
}

/**
 * Writes a value as JSON that is safe on a terminal too, and means the same.
 *
 * @param value Any JSON value.
 * @param isPretty Whether a person may be looking.
 * @returns The JSON text.
 */
export function escapeJson(value: unknown, isPretty: boolean): string {
  const json = JSON.stringify(value, null, isPretty ? 2 : undefined);
  if (PLAIN.test(json)) return json;
  return json.replace(UNSAFE, (char) => {
    // Between the values, where JSON itself breaks its lines.
    if (char === "\n") return char;
    return Array.from(char.split(""), escapeUnit).join("");
  });
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
