/**
 * Sends the form from the browser, without leaving the page.
 *
 * @module
 */

import type { FormWords } from "../i18n/web.ts";
import type { FailureView, ResultView } from "./view_types.ts";

/** What the server answers to the page's own script. */
export interface FormAnswer {
  /** What to show beside the form. */
  readonly result: ResultView;
  /** What the field holds; a refusal leaves it as it is. */
  readonly deviceId?: string;
}

/**
 * Sends the form.
 *
 * @param form The form. Its values are read now, and not kept.
 * @param submitter The button that was pressed, which may have a value.
 * @param signal Ends the wait, with an `AbortError`.
 * @param words The words of the form.
 * @returns The answer; a failure of its own where the server did not answer.
 */
export async function sendForm(
  form: HTMLFormElement,
  submitter: HTMLElement | null,
  signal: AbortSignal,
  words: FormWords,
): Promise<FormAnswer> {
  const body = new URLSearchParams();
  new FormData(form).forEach((value, name) => body.set(name, String(value)));
  if (submitter instanceof HTMLButtonElement && submitter.name !== "") {
    body.set(submitter.name, submitter.value);
  }
  try {
    const response = await fetch(form.action, {
      method: "POST",
      body,
      signal,
      headers: { accept: "application/json" },
      redirect: "error",
    });
    return await response.json();
  } catch (error) {
    if (signal.aborted) throw error;
    return { result: unreachable(words) };
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
    facts: [],
  };
}
