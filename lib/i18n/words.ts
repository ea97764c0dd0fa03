/** The words of the command line, in each language. */

import { batch as batchEn } from "./en/batch.ts";
import { card, explain, lookup, sandbox } from "./en/cli.ts";
import { failure, input } from "./en/failure.ts";
import { help } from "./en/help.ts";
import { report } from "./en/report.ts";
import { terms } from "./en/terms.ts";
import type { Language } from "./language.ts";
import { batch as batchZh } from "./zh/batch.ts";
import * as cliZh from "./zh/cli.ts";
import * as failureZh from "./zh/failure.ts";
import { help as helpZh } from "./zh/help.ts";
import { report as reportZh } from "./zh/report.ts";
import { terms as termsZh } from "./zh/terms.ts";

export type { Language } from "./language.ts";

const en = {
  batch: batchEn,
  card,
  explain,
  failure,
  help,
  input,
  lookup,
  report,
  sandbox,
  terms,
};

/** The words, by what they are about. */
export type Words = typeof en;

const zh: Words = {
  batch: batchZh,
  ...cliZh,
  ...failureZh,
  help: helpZh,
  report: reportZh,
  terms: termsZh,
};

/** Finds the words of a language. */
export function words(language: Language): Words {
  return language === "zh" ? zh : en;
}
