import type { FormWords } from "../lib/i18n/form_words.ts";
import type { AnsweredRow, FailureView } from "../lib/web/views/types.ts";

/**
 * Looks one device up without leaving the page; rejects if the signal is
 * aborted. Whatever answers instead of the server does not know the device.
 */
export async function sendForm(
  action: string,
  form: URLSearchParams,
  deviceId: string,
  signal: AbortSignal,
  words: FormWords,
): Promise<AnsweredRow> {
  const body = new URLSearchParams(form);
  body.set("deviceId", deviceId);
  try {
    const response = await fetch(action, {
      method: "POST",
      body,
      signal,
      headers: { accept: "application/json" },
      redirect: "error",
    });
    const answer = await response.json();
    // A gateway in between may answer with JSON of its own.
    if (!answer.result?.kind) throw new TypeError("no result");
    return { deviceId, ...answer };
  } catch (error) {
    if (signal.aborted) throw error;
    return { deviceId, result: unreachable(words) };
  }
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
    ticket: "",
    facts: [],
  };
}
