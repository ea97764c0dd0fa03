/** A report on a terminal. */

import { unicodeWidth } from "@std/cli/unicode-width";
import type { KugouMembershipState } from "../../../mod.ts";
import type { Language } from "../../i18n/language.ts";
import { type Words, words as wordsOf } from "../../i18n/words.ts";
import { NAMES } from "../../report/answers.ts";
import {
  chinaTime,
  columnsText,
  count,
  cut,
  percent,
  placesText,
} from "../../report/format.ts";
import { notesOf } from "../../report/notes.ts";
import type { Report } from "../../report/report.ts";
import { escapeText } from "../../text/escape.ts";
import {
  cell,
  type Output,
  type Row,
  type Style,
  writeRows,
} from "../output.ts";

/** A table on a terminal is no longer than a screen. */
const LISTED = 20;

const BAR_WIDTH = 20;

const STATES: readonly KugouMembershipState[] = [
  "active",
  "expired",
  "none",
  "unknown",
];

export function writeText(
  report: Report,
  out: Output,
  language: Language,
): void {
  const words = wordsOf(language);
  const { heading } = words.report;
  const section = (title: string, rows: readonly Row[]) => {
    out.line(`\n${out.paint("bold", title)}`);
    writeRows(out, rows, "  ");
  };
  writeHead(report, out, words);
  section(heading.memberships, stateRows(report, words));
  section(heading.ending, endingRows(report, words));
  section(heading.months, monthRows(report, words));
  section(heading.failures, failureRows(report, words.report, language));
  const { days } = report.soonest;
  section(heading.soonest(days), soonestRows(report, words));
}

function writeHead(report: Report, out: Output, words: Words): void {
  const { found, failed, total } = report.devices;
  out.line(out.paint("bold", words.report.title));
  out.line(words.report.devices(count(total), count(found), count(failed)));
  for (const note of notesOf(report, words)) out.line(escapeText(note));
}

function stateRows(
  { devices, memberships }: Report,
  { terms }: Words,
): Row[] {
  const columns = STATES.map((state) => [
    terms.state[state],
    ...NAMES.map((name) => count(memberships[name][state])),
  ]);
  const aligned = columns.map(toRight);
  return ["", ...NAMES.map((name) => terms.memberships[name])]
    .map((label, row) => {
      const name = NAMES[row - 1];
      const active = name === undefined ? 0 : memberships[name].active;
      return [
        cell(label),
        ...aligned.map((column) =>
          cell(column[row]!, row === 0 ? "dim" : undefined)
        ),
        ...name === undefined || devices.found === 0 ? [] : [
          cell(bar(active, devices.found), "green"),
          cell(percent(active, devices.found)),
        ],
      ];
    });
}

function endingRows({ ending }: Report, { report, terms }: Words): Row[] {
  const aligned = ending.map((counts) =>
    toRight([
      report.days(counts.days),
      ...NAMES.map((name) => count(counts[name])),
    ])
  );
  return ["", ...NAMES.map((name) => terms.memberships[name])]
    .map((label, row) => [
      cell(label),
      ...aligned.map((column) =>
        cell(column[row]!, row === 0 ? "dim" : undefined)
      ),
    ]);
}

function soonestRows(
  { soonest }: Report,
  { report, terms }: Words,
): Row[] {
  const { days, list, total } = soonest;
  if (total === 0) return [[cell(report.noEnds(days))]];
  const rows: Row[] = list.slice(0, LISTED).map((ending) => [
    cell(chinaTime(ending.end)),
    cell(report.days(ending.daysLeft), urgency(ending.daysLeft)),
    cell(terms.memberships[ending.membership]),
    cell(escapeText(ending.deviceId ?? report.unknownDevice)),
    cell(escapeText(cut(ending.nickname ?? "", 20))),
    cell(escapeText(columnsText(ending.columns)), "dim"),
  ]);
  const others = total - rows.length;
  return others > 0
    ? [...rows, [cell(report.andMore(count(others)), "dim")]]
    : rows;
}

function urgency(daysLeft: number): Style | undefined {
  return daysLeft <= 7 ? "red" : daysLeft <= 30 ? "yellow" : undefined;
}

function monthRows(
  { later, months }: Report,
  { report: { heading } }: Words,
): Row[] {
  const all = [...months, { ...later, month: heading.later }];
  const sums = all.map((counts) =>
    NAMES.reduce((sum, name) => sum + counts[name], 0)
  );
  const most = Math.max(1, ...sums);
  const texts = toRight(sums.map(count));
  return all.map(({ month }, index) => [
    cell(month),
    cell(texts[index]!),
    cell(bar(sums[index]!, most), "cyan"),
  ]);
}

function failureRows(
  { failures, files }: Report,
  words: Words["report"],
  language: Language,
): Row[] {
  if (failures.length === 0) return [[cell(words.noFailures)]];
  const shown = failures.slice(0, LISTED);
  const counts = toRight(shown.map((failure) => count(failure.count)));
  const rows = shown.flatMap((failure, index): Row[] => {
    const { code, hint, meaning } = failure;
    const blank = cell(" ".repeat(counts[index]!.length));
    const places = escapeText(placesText(failure, files));
    return [
      [cell(counts[index]!, "red"), cell(escapeText(cut(code, 60)))],
      [blank, cell(escapeText(meaning[language]))],
      [blank, cell(escapeText(hint[language]), "dim")],
      [blank, cell(`${words.heading.lines}: ${places}`, "dim")],
    ];
  });
  const others = failures.length - shown.length;
  return others > 0
    ? [...rows, [cell(words.andMore(count(others)), "dim")]]
    : rows;
}

function toRight(texts: readonly string[]): string[] {
  const width = Math.max(...texts.map(unicodeWidth));
  return texts.map((text) => " ".repeat(width - unicodeWidth(text)) + text);
}

function bar(part: number, whole: number): string {
  const filled = Math.round(BAR_WIDTH * part / whole);
  return "█".repeat(filled) + "░".repeat(BAR_WIDTH - filled);
}
