import type { FormWords } from "../../i18n/form_words.ts";
import type { ResultView, Row } from "./types.ts";

/** How many devices are looked up at a time; for more, there is the batch. */
export const MAX_DEVICES = 20;

/** Reads what was typed, one device id a line; nothing is one that is empty. */
export function linesOf(text: string): string[] {
  const lines = text.trim().split(/[\r\n]+\s*/);
  return [...new Set(lines)];
}

/** Writes device ids as they are typed. */
export function textOf(deviceIds: readonly string[]): string {
  return deviceIds.filter(Boolean).join("\n");
}

/** No product id is longer, but a token is, even one with a slash in it. */
const MAX_PRODUCT_ID = 24;

/** Gives a device id that may be shown; not a token in the wrong field. */
export function showableId(deviceId: string): string {
  const [productId = ""] = deviceId.split("/");
  return productId.length > MAX_PRODUCT_ID ? "" : deviceId;
}

/** Whether the whole form is wrong, and not only a device id. */
export function isOfForm(result: ResultView): boolean {
  return result.kind === "failure" &&
    result.problems.some(({ field }) => field !== "deviceId");
}

/** What a page is about once there are answers, for its title. */
export function titleOf(rows: readonly Row[], words: FormWords): string {
  const [first] = rows;
  if (rows.length === 1 && first?.result) {
    const { result } = first;
    return result.kind === "answer" ? result.verdict.text : result.title;
  }
  const found = rows.filter(({ result }) => result?.kind === "answer");
  return words.found(found.length, rows.length);
}
