/** A language that people are spoken to in. */
export type Language = "en" | "zh";

/** The language that a tag asks for, such as `zh-Hant-TW` or `zh_CN.UTF-8`. */
export function languageOf(tag: string): Language | null {
  const [primary] = tag.trim().toLowerCase().split(/[-_.]/);
  return primary === "en" || primary === "zh" ? primary : null;
}
