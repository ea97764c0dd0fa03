/**
 * Words about what went wrong, and what to do next, in English.
 *
 * @module
 */

import type { KugouTimeoutPhase } from "../../client/timeout_error.ts";
import type { FailureWords } from "../words_failure.ts";

/** The words. */
export const words: FailureWords = {
  title: {
    input: (subject, reason) =>
      subject === null
        ? `Cannot read the command line: ${reason}`
        : `Cannot use ${subject}: ${reason}`,
    api: (meaning) =>
      `Cannot look the user up: ${meaning[0]?.toLowerCase()}${
        meaning.slice(1)
      }`,
    network: {
      headers: "Cannot look the user up: the endpoint cannot be reached",
      body: "Cannot look the user up: the connection broke within the answer",
    },
    timeout: (phase, limitMs, attempts) =>
      `Cannot look the user up in time: ${WAITED_FOR[phase]} within ${
        duration(limitMs)
      }${attempts > 1 ? `, attempts: ${attempts}` : ""}`,
    protocol: (status) =>
      `Cannot look the user up: HTTP ${status} came, and not an answer of the endpoint`,
    permission: (flag) => `Cannot continue: Deno was not given ${flag}`,
    interrupted: "Interrupted",
    bug: (message) => `Cannot continue because of a bug: ${message}`,
  },
  label: {
    suggestion: "Did you mean",
    expected: "Expected",
    example: "Example",
    code: "Code",
    serverSays: "Server says",
    detail: "Detail",
    received: "Received",
    next: "Next",
    retry: "Again?",
    requestId: "Request id",
    requestIds: "Earlier ids",
    serverRequestId: "Server's id",
  },
  class: {
    "input": "input",
    "auth": "authorization",
    "not-found": "not found",
    "unsupported": "unsupported",
    "limit": "limit",
    "server": "server",
    "unknown": "unknown",
  },
  next: {
    network: "Check the network, a proxy or firewall, and the endpoint",
    timeout: (option) =>
      `Check the network, or allow more time, such as ${option}`,
    protocol:
      "Check that the endpoint is right, and that no proxy or sign-in page stands before it",
    busy:
      "Wait a moment; if it stays, tell whoever runs the endpoint or the proxy before it",
    permission: (flag) => `Add it after "deno run": deno run ${flag} …`,
    bug:
      "Run again with --verbose and report what it prints to the makers of kugou-iot",
  },
  retry: {
    yes: "yes, the same lookup may succeed in a moment",
    no: "no, the same lookup fails again",
    freshToken: "only with a fresh access token",
    after: (ms) => `yes, but the server asks to wait ${duration(ms)} first`,
  },
  emptyBody: "(nothing)",
};

const WAITED_FOR: Readonly<Record<KugouTimeoutPhase, string>> = {
  token: "there was no access token",
  headers: "the server did not begin to answer",
  body: "the server did not finish its answer",
  wait: "the next attempt could not begin",
};

function duration(ms: number): string {
  if (ms % 1000 !== 0 && ms < 10_000) return `${Math.ceil(ms)} ms`;
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.ceil(minutes / 60)} h`;
}
