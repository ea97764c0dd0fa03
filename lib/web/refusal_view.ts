/**
 * What the page shows of its own refusals.
 *
 * @module
 */

import { formatNumber } from "./format.ts";
import type { Wording } from "./failure_view.ts";
import type { Refusal } from "./refusal.ts";
import type { FailureView } from "./view_types.ts";

/**
 * Makes the view of a refusal.
 *
 * @param refusal The refusal.
 * @param requestId The id of the request.
 * @param wording The words, and the language of links.
 * @returns The view.
 */
export function viewRefusal(
  { status, retryAfterMs }: Refusal,
  requestId: string,
  { words }: Wording,
): FailureView {
  const { http, failure, answer, tag } = words;
  const seconds = Math.ceil((retryAfterMs ?? 0) / 1000);
  return {
    kind: "failure",
    ...http[status],
    code: { label: failure.code, value: `HTTP ${status}` },
    todo: failure.whatToDo,
    retryText: retryAfterMs === null
      ? null
      : failure.retryAfter(formatNumber(seconds, tag)),
    mayRetry: status === 429 || status === 500,
    server: null,
    link: null,
    problems: [],
    facts: [{ label: answer.requestId, value: requestId, copy: true }],
  };
}
