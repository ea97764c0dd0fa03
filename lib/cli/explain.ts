/** `explain`: says what error codes mean. It needs no permission at all. */

import {
  explainErrorCode,
  isKnownErrorCode,
  KUGOU_ERROR_CODES,
  type KugouErrorInfo,
  type KugouKnownErrorCode,
} from "../../mod.ts";
import { type Words, words } from "../i18n/words.ts";
import { trimInvisible } from "../text/clean.ts";
import { escapeJson, escapeText } from "../text/escape.ts";
import { operandUsage, PROGRAM } from "./commands.ts";
import type { Context } from "./context.ts";
import { EXIT_CODES, exitCodeOf } from "./exit_codes.ts";
import { cell, writeRows } from "./output.ts";
import type { Args } from "./parse.ts";
import { suggest } from "./suggest.ts";

const SOURCES: readonly KugouErrorInfo["source"][] = ["page", "tme", "sibling"];

/** The codes in the order of the documents; an object has numbers first. */
const CODES = SOURCES.flatMap(codesOf);

function codesOf(source: KugouErrorInfo["source"]): KugouKnownErrorCode[] {
  const codes = Object.keys(KUGOU_ERROR_CODES) as KugouKnownErrorCode[];
  return codes.filter((code) => KUGOU_ERROR_CODES[code].source === source);
}

/** The exit code says whether anything is known about the code. */
export function run({ operands, options }: Args, context: Context): number {
  const { out, language } = context;
  const code = operands[0] && trimInvisible(operands[0]);
  const isJson = options.has("json");
  if (code === undefined) {
    if (isJson) {
      out.line(escapeJson({ codes: CODES.map(describe) }, out.isTerminal));
    } else showList(context);
    return EXIT_CODES.found;
  }
  const description = describe(code);
  if (isJson) out.line(escapeJson(description, out.isTerminal));
  else showOne(context, description, words(language));
  return description.basedOn === null ? EXIT_CODES.notFound : EXIT_CODES.found;
}

/** What `--json` prints. */
function describe(code: string) {
  const { basedOn, retry, meaning, hint, ...it } = explainErrorCode(code);
  const isKnown = isKnownErrorCode(code);
  return {
    code,
    isKnown,
    basedOn,
    suggestion: isKnown ? null : suggest(code, CODES),
    class: it.class,
    retry,
    meaning,
    hint,
    source: basedOn === null ? null : KUGOU_ERROR_CODES[basedOn].source,
    exitCode: exitCodeOf({ kind: "api", class: it.class }),
  };
}

function showList({ out, language }: Context): void {
  const { explain, terms } = words(language);
  for (const source of SOURCES) {
    out.line(out.paint("bold", explain.source[source]));
    const rows = codesOf(source).map((code) => {
      const info = KUGOU_ERROR_CODES[code];
      return [
        cell(code, "cyan"),
        cell(terms.errorClass[info.class], "dim"),
        cell(info.meaning[language]),
      ];
    });
    writeRows(out, rows, "  ");
    out.line();
  }
  out.line(explain.more(`${PROGRAM} ${operandUsage("explain")}`));
}

function showOne(
  { out, language }: Context,
  it: ReturnType<typeof describe>,
  { explain, terms }: Words,
): void {
  const { label } = explain;
  const { code, basedOn, source } = it;
  const isPrefix = basedOn !== null && basedOn !== code;
  const rows = [
    [label.code, escapeText(code)],
    [label.suggestion, it.suggestion],
    [label.basedOn, isPrefix ? explain.basedOn(basedOn) : null],
    [label.meaning, it.meaning[language]],
    [label.class, terms.errorClass[it.class]],
    [label.next, it.hint[language]],
    [label.retry, terms.retry[it.retry]],
    [label.source, source === null ? null : explain.source[source]],
    [label.exitCode, String(it.exitCode)],
  ] as const;
  const shown = rows.flatMap(([name, text]) =>
    text === null ? [] : [[cell(name, "dim"), cell(text)]]
  );
  writeRows(out, shown);
}
