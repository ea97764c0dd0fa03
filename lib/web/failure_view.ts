/**
 * What the page shows of a lookup that failed.
 *
 * @module
 */

import {
  explainErrorCode,
  KugouApiError,
  type KugouError,
  KugouInputError,
  KugouPermissionError,
  KugouProtocolError,
} from "../../mod.ts";
import type { WebWords } from "../i18n/web.ts";
import { formatNumber } from "./format.ts";
import { linkTo } from "./links.ts";
import { describeProblem } from "./problem.ts";
import type {
  FactView,
  FailureView,
  FieldName,
  ProblemView,
} from "./view_types.ts";
import type { State } from "./state.ts";

/** What a view depends on. */
export type Wording = Pick<State, "words" | "chosen">;

/**
 * Makes the view of a failure.
 *
 * @param errors What went wrong; of wrong input, all of it.
 * @param deviceId The device that was asked for.
 * @param wording The words, and the language of links.
 * @returns The view.
 */
export function viewFailure(
  errors: readonly [KugouError, ...KugouError[]],
  deviceId: string,
  wording: Wording,
): FailureView {
  const [error] = errors;
  const { failure } = wording.words;
  const problems = errors.map((it) => viewProblem(it, wording.words))
    .filter((problem) => problem !== null);
  return {
    kind: "failure",
    ...explain(error, problems, wording),
    todo: failure.whatToDo,
    retryText: problems.length > 0 ? null : retryText(error, wording.words),
    mayRetry: error.retryable,
    problems,
    facts: viewCall(error, deviceId, wording.words),
  };
}

type Explained = Pick<
  FailureView,
  "title" | "meaning" | "hint" | "code" | "server" | "link"
>;

function explain(
  error: KugouError,
  problems: readonly ProblemView[],
  wording: Wording,
): Explained {
  const { failure } = wording.words;
  const none = { code: null, server: null, link: null };
  if (error instanceof KugouApiError) return explainCode(error, wording);
  if (problems.length > 0) {
    const { inputTitle: title, inputHint: hint } = failure;
    return { title, meaning: "", hint, ...none };
  }
  const advice = failure.kinds[error.kind as keyof typeof failure.kinds];
  if (error instanceof KugouPermissionError) {
    return { ...advice, hint: `${advice.hint} ${error.flag}`, ...none };
  }
  if (!(error instanceof KugouProtocolError)) return { ...advice, ...none };
  const value = `HTTP ${error.status} ${error.excerpt}`.trim();
  return { ...advice, ...none, server: { label: failure.serverSays, value } };
}

function explainCode(
  error: KugouApiError,
  { words: { failure, language }, chosen }: Wording,
): Explained {
  const { basedOn } = explainErrorCode(error.code);
  const message = error.serverMessage;
  return {
    title: error.meaning[language],
    meaning: failure.classes[error.class],
    hint: error.hint[language],
    code: { label: failure.code, value: error.code, copy: true },
    server: message === ""
      ? null
      : { label: failure.serverSays, value: message },
    link: basedOn === null ? null : {
      href: linkTo("/errors", chosen, null, basedOn),
      text: failure.reference,
    },
  };
}

function retryText(error: KugouError, { failure, tag }: WebWords): string {
  if (error instanceof KugouApiError && error.retry === "fresh-token") {
    return failure.retryWithToken;
  }
  if (!error.retryable) return failure.retryUseless;
  if (error.retryAfterMs === null) return failure.retryHelps;
  const seconds = Math.ceil(error.retryAfterMs / 1000);
  return failure.retryAfter(formatNumber(seconds, tag));
}

function viewProblem(error: KugouError, words: WebWords): ProblemView | null {
  if (!(error instanceof KugouInputError)) return null;
  const { form, language } = words;
  const field = error.field as FieldName;
  const text = describeProblem(error, form, language);
  return { field, label: form[field] ?? error.field, text };
}

function viewCall(
  { requestIds, serverRequestId }: KugouError,
  deviceId: string,
  { answer, tag }: WebWords,
): FactView[] {
  const requestId = requestIds.at(-1);
  // Nothing was sent, so there is nothing to tell anybody about.
  if (requestId === undefined) return [];
  const facts: FactView[] = [
    { label: answer.requestId, value: requestId, copy: true },
  ];
  if (serverRequestId !== null && serverRequestId !== requestId) {
    const label = answer.serverRequestId;
    facts.push({ label, value: serverRequestId, copy: true });
  }
  facts.push({ label: answer.device, value: deviceId, copy: true });
  if (requestIds.length > 1) {
    const value = formatNumber(requestIds.length, tag);
    facts.push({ label: answer.attempts, value });
  }
  return facts;
}
