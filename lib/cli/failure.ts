/** Tells what went wrong, to a person or to a program. */

import {
  explainErrorCode,
  KugouApiError,
  KugouError,
  KugouInputError,
  KugouNetworkError,
  KugouPermissionError,
  KugouProtocolError,
  KugouTimeoutError,
} from "../../mod.ts";
import { type Words, words } from "../i18n/words.ts";
import { escapeJson, escapeText } from "../text/escape.ts";
import { failureAnswer } from "../batch/answer.ts";
import { commandSpec, fieldLabel, isCommandName, PROGRAM } from "./commands.ts";
import type { Context } from "./context.ts";
import { Bug, Interrupted, MissingPermission } from "./errors.ts";
import { EXIT_CODES, exitCodeOf } from "./exit_codes.ts";
import { FileError } from "./files.ts";
import { cell, writeRows } from "./output.ts";
import { Misspelt } from "./parse.ts";

const FAILURES = [
  KugouApiError,
  KugouInputError,
  KugouNetworkError,
  KugouPermissionError,
  KugouProtocolError,
  KugouTimeoutError,
  Interrupted,
  MissingPermission,
  Bug,
] as const;

/** Every way to fail. */
type Failure = InstanceType<typeof FAILURES[number]>;

/** Reports whatever was thrown, and gives the exit code. */
export function reportFailure(error: unknown, context: Context): number {
  const isKnown = FAILURES.some((known) => error instanceof known);
  const failure = isKnown ? error as Failure : new Bug(error);
  try {
    if (context.words.includes("--json") && !context.out.isClosed) {
      writeObject(failure, context);
    } else writeText(failure, context);
    if (failure.kind === "bug" && context.words.includes("--verbose")) {
      for (const line of failure.stack?.split("\n") ?? []) {
        context.err.line(escapeText(line));
      }
    }
  } catch (unwritten) {
    // There is no place left to say it.
    if (!(unwritten instanceof FileError)) throw unwritten;
    return EXIT_CODES.input;
  }
  return exitCodeOf(failure);
}

function writeObject(failure: Failure, { out, about }: Context): void {
  const answer = failureAnswer(about.deviceId, failure);
  out.line(escapeJson(answer, out.isTerminal));
}

/** A title, and what else there is to say; rows without a text are left out. */
interface Report {
  readonly title: string;
  readonly rows: readonly Line[];
}

type Line = readonly [label: string, text: string | null];

function writeText(failure: Failure, context: Context): void {
  const { err, language } = context;
  const it = words(language);
  const { title, rows } = reportOf(failure, it, context);
  const shown = [...rows, ...idRows(failure, it)]
    .filter(([, text]) => text !== null && text !== "")
    .map(([label, text]) => [cell(label, "dim"), cell(escapeText(text ?? ""))]);
  // The terminal has written ^C, and has not ended the line.
  if (failure.kind === "interrupted" && err.isTerminal) err.line();
  err.line(`${err.paint("red", "✗")} ${err.paint("bold", escapeText(title))}`);
  if (shown.length > 0) err.line();
  writeRows(err, shown, "  ");
}

function reportOf(failure: Failure, it: Words, context: Context): Report {
  const { title, label, next } = it.failure;
  switch (failure.kind) {
    case "input":
      return inputReport(failure, it, context);
    case "api":
      return apiReport(failure, it, context);
    case "protocol":
      return {
        title: title.protocol(failure.status),
        rows: [
          [label.received, failure.excerpt || it.failure.emptyBody],
          [label.next, failure.retryable ? next.busy : next.protocol],
          [label.retry, retryText(failure, it)],
        ],
      };
    case "timeout":
      return timeoutReport(failure, it);
    case "network":
      return {
        title: title.network[failure.phase],
        rows: [
          [label.detail, failure.message],
          [label.next, failure.retryable ? next.network : next.certificate],
          [label.retry, retryText(failure, it)],
        ],
      };
    case "permission": {
      const { flag } = failure;
      return {
        title: title.permission(flag),
        rows: flag === "--allow-all" ? [[label.next, next.allowAll]] : [
          [label.next, next.permission(flag)],
          [label.installed, next.reinstall],
        ],
      };
    }
    case "interrupted":
      return { title: title.interrupted, rows: [] };
    case "bug": {
      const canSayMore = hasVerbose(context.words);
      return {
        title: title.bug(failure.message),
        rows: [[label.next, canSayMore ? next.verboseBug : next.bug]],
      };
    }
  }
}

function hasVerbose(words: readonly string[]): boolean {
  const command = words.find(isCommandName);
  return command !== undefined &&
    commandSpec(command).options.includes("verbose");
}

function inputReport(
  error: KugouInputError,
  { failure: { title, label }, terms }: Words,
  { language, about }: Context,
): Report {
  const { field, reason, expected, example } = error;
  const isMisspelt = error instanceof Misspelt;
  const subject = about.labels[field] ?? fieldLabel(field);
  return {
    title: subject === null
      ? title.commandLine(reason[language])
      : title.input(subject, reason[language]),
    rows: [
      [label.file, error instanceof FileError ? error.path : null],
      [terms.didYouMean, isMisspelt ? error.suggestion : null],
      [label.expected, expected[language]],
      [label.example, isMisspelt ? null : example],
    ],
  };
}

function apiReport(
  error: KugouApiError,
  it: Words,
  { language }: Context,
): Report {
  const { title, label } = it.failure;
  const isNews = error.serverMessage !== error.meaning.en;
  const { basedOn } = explainErrorCode(error.code);
  return {
    title: title.api(error.meaning[language]),
    rows: [
      [label.code, `${error.code} (${it.terms.errorClass[error.class]})`],
      [label.serverSays, isNews ? error.serverMessage : null],
      [label.next, error.hint[language]],
      [label.retry, retryText(error, it)],
      [label.more, basedOn === null ? null : `${PROGRAM} explain ${basedOn}`],
    ],
  };
}

function timeoutReport(error: KugouTimeoutError, it: Words): Report {
  const { phase, limit, limitMs, attempts, cause } = error;
  const { title, label, next } = it.failure;
  const option = limit === "timeoutMs" ? "--timeout" : "--total-timeout";
  return {
    title: title.timeout(phase, limitMs, attempts),
    rows: [
      [
        label.detail,
        phase === "wait" && cause instanceof Error ? cause.message : null,
      ],
      [label.next, next.timeout(`${option} ${moreTime(limitMs)}`)],
      [label.retry, retryText(error, it)],
    ],
  };
}

function moreTime(limitMs: number): string {
  const seconds = Math.ceil(limitMs * 2 / 1000);
  return seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`;
}

function retryText(error: KugouError, { failure, terms }: Words): string {
  if (error.retryAfterMs !== null) {
    return failure.retryAfter(error.retryAfterMs);
  }
  if (error instanceof KugouApiError && error.retry === "fresh-token") {
    return terms.retry["fresh-token"];
  }
  return terms.retry[error.retryable ? "yes" : "no"];
}

/** Support finds a lookup by these. */
function idRows(failure: Failure, { failure: it, terms }: Words): Line[] {
  if (!(failure instanceof KugouError) || failure.kind === "permission") {
    return [];
  }
  const { requestId, requestIds, serverRequestId } = failure;
  const earlier = [...new Set(requestIds)].filter((id) => id !== requestId);
  return [
    [terms.requestId, requestId],
    [it.label.requestIds, earlier.join(", ")],
    [
      terms.serverRequestId,
      serverRequestId === requestId ? null : serverRequestId,
    ],
  ];
}
