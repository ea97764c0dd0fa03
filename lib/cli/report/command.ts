/** `report`: sums up what batches wrote, offline. */

import { badInput } from "../../i18n/bad_input.ts";
import { words as wordsOf } from "../../i18n/words.ts";
import {
  type Answer,
  type FileFacts,
  newFacts,
  readAnswers,
} from "../../report/answers.ts";
import { Table } from "../../report/csv.ts";
import { count } from "../../report/format.ts";
import { toHtml } from "../../report/html.ts";
import { ReportBuilder } from "../../report/report.ts";
import { CLEAR_LINE, escapeJson, escapeText } from "../../text/escape.ts";
import { operandUsage, PROGRAM } from "../commands.ts";
import type { Context } from "../context.ts";
import { EXIT_CODES } from "../exit_codes.ts";
import { fileError, type FileUse, withFile } from "../files.ts";
import type { Output } from "../output.ts";
import type { Args } from "../parse.ts";
import { readReportOptions, type ReportOptions } from "./options.ts";
import { writeTo } from "./target.ts";
import { writeText } from "./text.ts";

export async function run(args: Args, context: Context): Promise<number> {
  const options = readReportOptions(args);
  if (args.operands.length === 0 && Deno.stdin.isTerminal()) {
    const usage = operandUsage("report");
    const example = `${PROGRAM} report answers.ndjson`;
    throw badInput("FILE", ({ input }) => input.operandMissing(usage, example));
  }
  const write = options.format === "csv" ? writeTable : writeReport;
  await writeTo(
    options.out,
    context,
    (output) => write(options, output, context),
  );
  return EXIT_CODES.found;
}

async function writeReport(
  { at, days, files, format }: ReportOptions,
  output: Output,
  context: Context,
): Promise<void> {
  const builder = new ReportBuilder(at, days);
  for (const path of files) {
    const facts = newFacts(path);
    const add = builder.begin(facts);
    for await (const answers of answersOf(path, facts, context)) {
      for (const answer of answers) add(answer);
    }
  }
  const report = builder.build();
  checkFiles(report.files, context);
  if (format === "text") writeText(report, output, context.language);
  else if (format === "html") {
    output.write(toHtml(report, context.language));
  } else output.line(escapeJson(report, true));
}

async function writeTable(
  { at, days, files, isDaysGiven }: ReportOptions,
  output: Output,
  context: Context,
): Promise<void> {
  const { language } = context;
  for (const path of files) await refusePipe(path);
  const table = new Table({ at, days: isDaysGiven ? days : null, language });
  const all = files.map(newFacts);
  for (const facts of all) {
    for await (const answers of answersOf(facts.name, facts, context)) {
      table.learn(answers, facts);
    }
  }
  checkFiles(all, context);
  output.write(table.head());
  for (const facts of files.map(newFacts)) {
    for await (const answers of answersOf(facts.name, facts, context)) {
      output.write(table.rows(answers, facts));
      if (output.isClosed) return;
    }
  }
}

/** A pipe gives what it has once. */
async function refusePipe(path: string): Promise<void> {
  const use: FileUse = { field: "FILE", path, access: ["read"] };
  const { isFile, isDirectory } = await withFile(use, () => Deno.stat(path));
  if (!isFile && !isDirectory) {
    throw badInput("FILE", ({ report }) => report.csvTwice);
  }
}

/** What the system says against a file is told of it. */
async function* answersOf(
  path: string,
  facts: FileFacts,
  context: Context,
): AsyncGenerator<Iterable<Answer>> {
  const name = path === "-" ? "stdin" : path;
  const use: FileUse = { field: "FILE", path: name, access: ["read"] };
  using file = path === "-" ? null : await withFile(use, () => Deno.open(path));
  try {
    yield* withProgress(readAnswers(file ?? Deno.stdin, facts), facts, context);
  } catch (error) {
    throw fileError(use, error) ?? error;
  }
}

const EVERY_MS = 500;

/** Shows a person who waits how many answers were read. */
async function* withProgress<T>(
  parts: AsyncIterable<T>,
  facts: FileFacts,
  { err, language }: Context,
): AsyncGenerator<T> {
  const { report: words } = wordsOf(language);
  let shownAt = performance.now();
  let isShown = false;
  for await (const part of parts) {
    if (err.canRedraw && performance.now() - shownAt > EVERY_MS) {
      const text = words.reading(escapeText(facts.name), count(facts.answers));
      err.write(`${CLEAR_LINE}${text}`);
      shownAt = performance.now();
      isShown = true;
    }
    yield part;
  }
  if (isShown) err.write(CLEAR_LINE);
}

/** Says what was left out; a report about nothing is a mistake. */
function checkFiles(
  files: readonly FileFacts[],
  { err, language }: Context,
): void {
  const { report: words } = wordsOf(language);
  for (const { firstForeign, foreign, isTorn, name } of files) {
    const file = escapeText(name);
    if (isTorn) err.line(words.torn(file));
    if (firstForeign !== null) {
      err.line(words.foreign(file, foreign, firstForeign));
    }
  }
  if (files.every(({ answers, headers }) => answers + headers.length === 0)) {
    throw badInput("FILE", ({ report }) => report.empty);
  }
}
