/** How a report writes times, counts and other columns. */

import type { JsonObject } from "../../mod.ts";
import type { Failure } from "./failures.ts";
import type { Report } from "./report.ts";

const CHINA_MS = 8 * 3_600_000;

/** Such as `2026-12-31 23:59`, by the clock of China. */
export function chinaTime(moment: Date): string {
  const shifted = new Date(moment.getTime() + CHINA_MS);
  return shifted.toISOString().slice(0, 16).replace("T", " ");
}

/** Such as `1,000`, in either language. */
export function count(number: number): string {
  return number.toLocaleString("en");
}

export function percent(part: number, whole: number): string {
  return whole === 0 ? "" : `${Math.round(100 * part / whole)}%`;
}

/** A device's other columns, as short as a line of a list. */
export function columnsText(columns: JsonObject): string {
  const texts = Object.entries(columns).map(([name, value]) =>
    `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`
  );
  return cut(texts.join("  "), 60);
}

export function cut(text: string, length: number): string {
  return text.length > length
    ? `${text.slice(0, length).toWellFormed()}…`
    : text;
}

/** Some of the lines that failed alike; with their files, if there are more. */
export function placesText(
  { lines }: Failure,
  files: Report["files"],
): string {
  return lines.map(({ file, line }) =>
    files.length > 1 ? `${cut(file, 60)}:${line}` : line
  ).join(", ");
}
