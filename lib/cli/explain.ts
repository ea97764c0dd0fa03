/**
 * `explain`: says what error codes mean. It needs neither network nor any
 * permission.
 *
 * @module
 */

import {
  explainErrorCode,
  isKnownErrorCode,
  KUGOU_ERROR_CODES,
  type KugouErrorExplanation,
  type KugouKnownErrorCode,
} from "../client/error_codes.ts";
import type { KugouErrorInfo } from "../client/error_info.ts";
import { loadWords } from "../i18n/load.ts";
import type { Language } from "../i18n/words.ts";
import type { ExplainWords } from "../i18n/words_answers.ts";
import type { App } from "./app.ts";
import { operandUsage, PROGRAM } from "./commands.ts";
import { EXIT_CODES, exitCodeOf } from "./exit_codes.ts";
import {
  cell,
  escapeJson,
  escapeText,
  type Output,
  type Row,
  writeRows,
} from "./output.ts";
import type { Args } from "./parse.ts";
import { suggest } from "./suggest.ts";

type Source = KugouErrorInfo["source"];

const SOURCES: readonly Source[] = ["page", "tme", "sibling"];

/** The codes in the order of the documents; an object has numbers first. */
const CODES = SOURCES.flatMap(codesOf);

function codesOf(source: Source): KugouKnownErrorCode[] {
  const codes = Object.keys(KUGOU_ERROR_CODES) as KugouKnownErrorCode[];
  return codes.filter((code) => KUGOU_ERROR_CODES[code].source === source);
}

/**
 * Runs the command.
 *
 * @param args What it is given.
 * @param app Where to write.
 * @returns The exit code: whether anything is known about the code.
 */
export async function run(args: Args, app: App): Promise<number> {
  const { out, language } = app;
  const [code] = args.operands;
  const isJson = args.options.has("json");
  const words = await loadWords("explain", language);
  if (code === undefined) {
    if (isJson) {
      out.line(escapeJson({ codes: CODES.map(toJson) }, out.isTerminal));
    } else await showList(out, words, language);
    return EXIT_CODES.found;
  }
  const explanation = explainErrorCode(code);
  if (isJson) out.line(escapeJson(toJson(code), out.isTerminal));
  else await showOne(out, explanation, words, language);
  return explanation.basedOn === null ? EXIT_CODES.notFound : EXIT_CODES.found;
}

function suggestionFor({ code }: KugouErrorExplanation): string | null {
  return isKnownErrorCode(code) ? null : suggest(code, CODES);
}

function sourceOf({ basedOn }: KugouErrorExplanation) {
  return basedOn === null ? null : KUGOU_ERROR_CODES[basedOn].source;
}

function toJson(code: string) {
  const explanation = explainErrorCode(code);
  return {
    code,
    isKnown: isKnownErrorCode(code),
    basedOn: explanation.basedOn,
    suggestion: suggestionFor(explanation),
    class: explanation.class,
    retry: explanation.retry,
    meaning: explanation.meaning,
    hint: explanation.hint,
    source: sourceOf(explanation),
    exitCode: exitCodeOf({ kind: "api", class: explanation.class }),
  };
}

async function showList(
  out: Output,
  words: ExplainWords,
  language: Language,
): Promise<void> {
  for (const source of SOURCES) {
    out.line(out.paint("bold", words.source[source]));
    await writeRows(out, listRows(source, words, language), "  ");
    out.line();
  }
  out.line(words.more(`${PROGRAM} ${operandUsage("explain")}`));
}

function listRows(
  source: Source,
  words: ExplainWords,
  language: Language,
): Row[] {
  return codesOf(source).map((code) => {
    const info = KUGOU_ERROR_CODES[code];
    return [
      cell(code, "cyan"),
      cell(words.class[info.class], "dim"),
      cell(info.meaning[language]),
    ];
  });
}

async function showOne(
  out: Output,
  explanation: KugouErrorExplanation,
  words: ExplainWords,
  language: Language,
): Promise<void> {
  const { code, basedOn } = explanation;
  const { label } = words;
  const source = sourceOf(explanation);
  const exitCode = exitCodeOf({ kind: "api", class: explanation.class });
  const rows = [
    [label.code, escapeText(code)],
    [label.suggestion, suggestionFor(explanation)],
    [
      label.basedOn,
      basedOn === null || basedOn === code ? null : words.basedOn(basedOn),
    ],
    [label.meaning, explanation.meaning[language]],
    [label.class, words.class[explanation.class]],
    [label.next, explanation.hint[language]],
    [label.retry, words.retry[explanation.retry]],
    [label.source, source === null ? null : words.source[source]],
    [label.exitCode, String(exitCode)],
  ] as const;
  await writeRows(
    out,
    rows.flatMap(([name, text]) =>
      text === null ? [] : [[cell(name, "dim"), cell(text)]]
    ),
  );
}
