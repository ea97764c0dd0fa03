import {
  explainErrorCode,
  KugouApiError,
  type KugouError,
  KugouInputError,
  KugouNetworkError,
  KugouPermissionError,
  KugouProtocolError,
} from "../../../mod.ts";
import type { WebWords } from "../../i18n/web_words.ts";
import type { RawLookup } from "../form.ts";
import type { Refusal } from "../refusal.ts";
import type { State } from "../state.ts";
import { viewCall } from "./call.ts";
import { capitalize, cut } from "./format.ts";
import { linkTo } from "./links.ts";
import { ticketText } from "./ticket.ts";
import type { FailureView, FieldName } from "./types.ts";

/** What a view depends on. */
export type Wording = Pick<State, "words" | "chosen" | "services">;

/** Makes the view of a lookup that failed; of wrong input, of all errors. */
export function viewFailure(
  errors: readonly [KugouError, ...KugouError[]],
  raw: RawLookup,
  deviceId: string,
  wording: Wording,
): FailureView {
  const { words } = wording;
  const [error] = errors;
  const problems = errors.filter((it) => it instanceof KugouInputError);
  const view = {
    kind: "failure" as const,
    ...NOTHING,
    ...explain(error, deviceId, wording),
    todo: words.failure.whatToDo,
    retryText: problems.length > 0 ? null : retryText(error, words),
    mayRetry: error.retryable,
    problems: problems.map((it) => ({
      field: it.field as FieldName,
      text: describeProblem(it, raw, words),
    })),
    deviceId,
    facts: viewCall(error, deviceId, wording),
  };
  return { ...view, ticket: ticketText(view, words) };
}

/** Makes the view of what the page itself refuses. */
export function viewRefusal(
  { status, retryAfterMs }: Refusal,
  { requestId, words: { failure, http, terms } }: Pick<
    State,
    "requestId" | "words"
  >,
): FailureView {
  return {
    kind: "failure",
    ...NOTHING,
    ...http[status],
    code: { label: failure.code, value: `HTTP ${status}` },
    todo: failure.whatToDo,
    retryText: retryAfterMs === null
      ? null
      : failure.retryAfter(terms.duration(retryAfterMs)),
    mayRetry: status === 429 || status === 500,
    problems: [],
    deviceId: "",
    ticket: "",
    facts: [{ label: terms.requestId, value: requestId, copy: true }],
  };
}

type Explained =
  & Pick<FailureView, "title" | "meaning" | "hint">
  & Partial<FailureView>;

const NOTHING = { code: null, server: null, link: null };

function explain(
  error: KugouError,
  deviceId: string,
  wording: Wording,
): Explained {
  const { failure } = wording.words;
  if (error instanceof KugouApiError) {
    return explainCode(error, deviceId, wording);
  }
  if (error instanceof KugouInputError) {
    return { title: failure.inputTitle, meaning: "", hint: failure.inputHint };
  }
  if (error instanceof KugouNetworkError && !error.retryable) {
    return failure.kinds.certificate;
  }
  const advice = failure.kinds[error.kind as keyof typeof failure.kinds];
  if (error instanceof KugouPermissionError) {
    return { ...advice, hint: `${advice.hint} ${error.flag}` };
  }
  if (!(error instanceof KugouProtocolError)) return advice;
  const value = failure.received(error.status, error.excerpt);
  return { ...advice, server: { label: failure.serverSays, value } };
}

function explainCode(
  error: KugouApiError,
  deviceId: string,
  { words: { failure, language, terms }, chosen }: Wording,
): Explained {
  const { basedOn } = explainErrorCode(error.code);
  const message = cut(error.serverMessage);
  return {
    title: error.meaning[language],
    meaning: failure.class(terms.errorClass[error.class]),
    hint: error.hint[language],
    code: { label: failure.code, value: cut(error.code), copy: true },
    server: message === ""
      ? null
      : { label: failure.serverSays, value: message },
    link: basedOn === null ? null : {
      href: linkTo("/errors", chosen, { deviceId }, basedOn),
      text: failure.reference,
    },
  };
}

function retryText(error: KugouError, { failure, terms }: WebWords): string {
  if (error.retryable && error.retryAfterMs !== null) {
    return failure.retryAfter(terms.duration(error.retryAfterMs));
  }
  const retry = error instanceof KugouApiError
    ? error.retry
    : error.retryable
    ? "yes"
    : "no";
  return failure.retry(terms.retry[retry]);
}

/** Says what is wrong with a field, and what would be right. */
function describeProblem(
  { field, reason, expected, example }: KugouInputError,
  raw: RawLookup,
  { failure, language }: WebWords,
): string {
  const name = field as FieldName;
  return raw[name] === "" ? failure.missing[name] : failure.problem(
    capitalize(reason[language]),
    expected[language],
    example,
  );
}
