import type { FormWords } from "../lib/i18n/form_words.ts";
import type { FailureView, LookupAnswer } from "../lib/web/views/types.ts";

/** Reads what a form sends; the button that was pressed may have a value. */
export function readForm(
  form: HTMLFormElement,
  submitter: HTMLElement | null,
): URLSearchParams {
  const body = new URLSearchParams();
  new FormData(form).forEach((value, name) => body.set(name, String(value)));
  if (submitter instanceof HTMLButtonElement && submitter.name !== "") {
    body.set(submitter.name, submitter.value);
  }
  return body;
}

/** Sends a form without leaving the page; rejects if the signal is aborted. */
export async function sendForm(
  action: string,
  body: URLSearchParams,
  signal: AbortSignal,
  words: FormWords,
): Promise<LookupAnswer> {
  try {
    const response = await fetch(action, {
      method: "POST",
      body,
      signal,
      headers: { accept: "application/json" },
      redirect: "error",
    });
    const answer = await response.json();
    return { ...answer, result: checkResult(answer.result) };
  } catch (error) {
    if (signal.aborted) throw error;
    return { result: unreachable(words) };
  }
}

/** A gateway in between may answer with JSON of its own. */
function checkResult(result: LookupAnswer["result"] | null | undefined) {
  if (result?.kind) return result;
  throw new TypeError("no result");
}

/** Offline, or something in between that answers with no JSON. */
function unreachable(words: FormWords): FailureView {
  return {
    kind: "failure",
    ...words.unreachable,
    code: null,
    todo: "",
    retryText: null,
    mayRetry: true,
    server: null,
    link: null,
    problems: [],
    deviceId: "",
    facts: [],
  };
}
