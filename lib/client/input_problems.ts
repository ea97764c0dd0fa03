/**
 * Reasons against an input that more than one field gives.
 *
 * @module
 */

import type { LocalizedText } from "./error_info.ts";

/** What can be wrong with any text. */
const TEXT_REASONS: Readonly<
  Record<
    "notText" | "empty" | "whiteSpace" | "controlCharacter",
    LocalizedText
  >
> = {
  notText: { en: "it is not a string", zh: "不是字符串" },
  empty: { en: "it is empty", zh: "为空" },
  whiteSpace: { en: "it has white space", zh: "含有空白字符" },
  controlCharacter: {
    en: "it has a control character, such as a line break",
    zh: "含有控制字符（如换行符）",
  },
};

/**
 * Says what is wrong with a value that must be one word.
 *
 * @param value The value.
 * @returns The reason against it, or `null` if there is none.
 */
export function reasonAgainstWord(value: unknown): LocalizedText | null {
  if (typeof value !== "string") return TEXT_REASONS.notText;
  if (value === "") return TEXT_REASONS.empty;
  if (isVisibleAscii(value)) return null;
  if (!/[\s\p{Cc}]/u.test(value)) return null;
  return /\p{Cc}/u.test(value)
    ? TEXT_REASONS.controlCharacter
    : TEXT_REASONS.whiteSpace;
}

/** Nearly every word is; a pattern would take longer to say so. */
function isVisibleAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x21 || code > 0x7e) return false;
  }
  return true;
}
