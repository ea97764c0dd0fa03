/**
 * What went wrong, for a person: what it was, what it means, what to do next,
 * and what support asks for.
 *
 * @module
 */

import type { KugouApiError } from "../client/api_error.ts";
import type { KugouInputError } from "../client/input_error.ts";
import type { KugouProtocolError } from "../client/protocol_error.ts";
import type { KugouTimeoutError } from "../client/timeout_error.ts";
import { loadWords } from "../i18n/load.ts";
import type { Language } from "../i18n/words.ts";
import type { FailureWords } from "../i18n/words_failure.ts";
import type { App } from "./app.ts";
import { OPTIONS } from "./commands.ts";
import { type Failure, isCallFailure } from "./failure.ts";
import { cell, escapeText, writeRows } from "./output.ts";
import { UsageError } from "./parse.ts";

/** A title, and what else there is to say; rows without a text are left out. */
interface Report {
  readonly title: string;
  readonly rows: readonly (readonly [label: string, text: string | null])[];
}

/**
 * Writes what went wrong to stderr.
 *
 * @param failure What went wrong.
 * @param app Where to write, and in which language.
 */
export async function writeFailure(failure: Failure, app: App): Promise<void> {
  const { err, language } = app;
  const words = await loadWords("failure", language);
  const { title, rows } = failure instanceof UsageError
    ? await usageReport(failure, words, language)
    : report(failure, words, app);
  const shown = [...rows, ...idRows(failure, words)]
    .filter(([, text]) => text !== null && text !== "")
    .map(([label, text]) => [
      cell(label, "dim"),
      cell(escapeText(text ?? "")),
    ]);
  // The terminal has written ^C, and has not ended the line.
  if (failure.kind === "interrupted" && err.isTerminal) err.line();
  err.line(`${err.paint("red", "✗")} ${err.paint("bold", escapeText(title))}`);
  if (shown.length > 0) err.line();
  await writeRows(err, shown, "  ");
}

async function usageReport(
  { subject, problem, suggestion }: UsageError,
  { title, label }: FailureWords,
  language: Language,
): Promise<Report> {
  const { reason, expected, example } = problem(
    await loadWords("usage", language),
  );
  return {
    title: title.input(subject, reason),
    rows: [
      [label.suggestion, suggestion],
      [label.expected, expected ?? null],
      [label.example, example ?? null],
    ],
  };
}

function report(
  failure: Exclude<Failure, UsageError>,
  words: FailureWords,
  app: App,
): Report {
  const { title, label, next, retry } = words;
  switch (failure.kind) {
    case "input":
      return inputReport(failure, words, app);
    case "api":
      return apiReport(failure, words, app.language);
    case "protocol":
      return protocolReport(failure, words);
    case "timeout":
      return timeoutReport(failure, words);
    case "network":
      return {
        title: title.network[failure.phase],
        rows: [
          [label.detail, failure.message],
          [label.next, next.network],
          [label.retry, retry.yes],
        ],
      };
    case "permission":
      return {
        title: title.permission(failure.flag),
        rows: [[label.next, next.permission(failure.flag)]],
      };
    case "interrupted":
      return { title: title.interrupted, rows: [] };
    case "bug":
      return {
        title: title.bug(failure.message),
        rows: [[label.next, next.bug]],
      };
  }
}

function inputReport(
  { field, reason, expected, example }: KugouInputError,
  { title, label }: FailureWords,
  { language, about }: App,
): Report {
  const subject = about.labels[field] ?? labelOf(field);
  return {
    title: title.input(subject, reason[language]),
    rows: [
      [label.expected, expected[language]],
      [label.example, example],
    ],
  };
}

/** What somebody has typed for what the client calls by another name. */
function labelOf(field: string): string {
  if (field === "deviceId") return "DEVICE_ID";
  const option = Object.entries(OPTIONS)
    .find(([, spec]) => "field" in spec && spec.field === field);
  return option === undefined ? field : `--${option[0]}`;
}

function apiReport(
  error: KugouApiError,
  words: FailureWords,
  language: Language,
): Report {
  const { title, label } = words;
  const isNews = error.serverMessage !== error.meaning.en;
  return {
    title: title.api(error.meaning[language]),
    rows: [
      [label.code, `${error.code} (${words.class[error.class]})`],
      [label.serverSays, isNews ? error.serverMessage : null],
      [label.next, error.hint[language]],
      [label.retry, retryText(error, words)],
    ],
  };
}

function protocolReport(
  error: KugouProtocolError,
  words: FailureWords,
): Report {
  const { title, label, next, emptyBody } = words;
  return {
    title: title.protocol(error.status),
    rows: [
      [label.received, error.excerpt || emptyBody],
      [label.next, error.retryable ? next.busy : next.protocol],
      [label.retry, retryText(error, words)],
    ],
  };
}

function timeoutReport(
  { phase, limit, limitMs, attempts, cause }: KugouTimeoutError,
  { title, label, next, retry }: FailureWords,
): Report {
  const option = limit === "timeoutMs" ? "--timeout" : "--total-timeout";
  return {
    title: title.timeout(phase, limitMs, attempts),
    rows: [
      [
        label.detail,
        phase === "wait" && cause instanceof Error ? cause.message : null,
      ],
      [label.next, next.timeout(`${option} ${moreTime(limitMs)}`)],
      [label.retry, retry.yes],
    ],
  };
}

function moreTime(limitMs: number): string {
  const seconds = Math.ceil(limitMs * 2 / 1000);
  return seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`;
}

function retryText(
  error: KugouApiError | KugouProtocolError,
  { retry }: FailureWords,
): string {
  if (error.retryAfterMs !== null) {
    return retry.after(error.retryAfterMs);
  }
  if ("retry" in error && error.retry === "fresh-token") {
    return retry.freshToken;
  }
  return error.retryable ? retry.yes : retry.no;
}

/** Support finds a lookup by these. */
function idRows(
  failure: Failure,
  { label }: FailureWords,
): Report["rows"] {
  if (!isCallFailure(failure) || failure.kind === "permission") return [];
  const { requestId, requestIds, serverRequestId } = failure;
  const earlier = [...new Set(requestIds)].filter((id) => id !== requestId);
  return [
    [label.requestId, requestId],
    [label.requestIds, earlier.join(", ")],
    [
      label.serverRequestId,
      serverRequestId === requestId ? null : serverRequestId,
    ],
  ];
}
