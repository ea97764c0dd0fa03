/** What the command line says about a report. */

import { badInput } from "../../i18n/bad_input.ts";
import type { Args } from "../parse.ts";
import { readCount } from "../values.ts";

export interface ReportOptions {
  /** The files to read; `-` for stdin. */
  readonly files: readonly string[];
  readonly format: "text" | "json" | "csv" | "html";
  /** The file to write, or `null` for stdout. */
  readonly out: string | null;
  /** Within so many days a membership must end to be listed. */
  readonly days: number;
  readonly isDaysGiven: boolean;
  readonly at: Date;
}

const USUAL_DAYS = 90;

/** More days than this are a slip of the keyboard. */
const MAX_DAYS = 36_500;

export function readReportOptions(args: Args): ReportOptions {
  const { operands, options } = args;
  const files = operands.length === 0 ? ["-"] : [...new Set(operands)];
  const format = (options.get("to") ?? "text") as ReportOptions["format"];
  if (format === "csv" && files.includes("-")) {
    throw badInput("FILE", ({ report }) => report.csvTwice);
  }
  return {
    files,
    format,
    out: options.get("out") ?? null,
    days: readCount(args, "within", MAX_DAYS) ?? USUAL_DAYS,
    isDaysGiven: options.has("within"),
    at: readTime(options.get("at")),
  };
}

/** A day alone begins in China; anything else says its zone. */
function readTime(text: string | undefined): Date {
  if (text === undefined) return new Date();
  const [, day = "", clock = "T00:00:00+08:00"] =
    /^(\d{4}-\d\d-\d\d)(T.*(?:Z|[+-]\d\d:\d\d))?$/.exec(text) ?? [];
  const time = new Date(`${day}${clock}`);
  // The 30th of February would be the 2nd of March.
  const isDay = new Date(day).toJSON()?.startsWith(day) ?? false;
  if (isDay && !Number.isNaN(time.getTime())) return time;
  throw badInput("--at", ({ report }) => report.notATime);
}
