/**
 * Words that a lookup says besides its answer, in English.
 *
 * @module
 */

import type { AttemptFacts, LookupWords } from "../words_lookup.ts";

/** The words. */
export const words: LookupWords = {
  tokenName: "the access token",
  prompt: "Access token (not shown): ",
  sandbox: (endpoint) => `Sandbox at ${endpoint}: sample data, no real user`,
  sending: (endpoint, { timeoutMs, totalTimeoutMs, retries }) =>
    `POST ${endpoint} (${timeoutMs} ms for an attempt, ${totalTimeoutMs} ms in all, retries: ${retries})`,
  attempt: (facts) =>
    [
      `Attempt ${facts.number}: ${outcome(facts)} after ${
        Math.round(facts.durationMs)
      } ms`,
      `request id ${facts.requestId}`,
      ...(facts.serverRequestId === null
        ? []
        : [`server's id ${facts.serverRequestId}`]),
      ...(facts.retryInMs === null ? [] : [`next in ${facts.retryInMs} ms`]),
    ].join(", "),
  dryRun: {
    notSent: "Nothing was sent",
    request: "The request:",
    curl: "The same with curl, where KUGOU_ACCESS_TOKEN is set:",
  },
};

function outcome({ status, error }: AttemptFacts): string {
  const http = status === null ? "no answer" : `HTTP ${status}`;
  return error === null ? http : `${http}, ${error}`;
}
