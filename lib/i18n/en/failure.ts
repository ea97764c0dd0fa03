/**
 * Words about what went wrong, and about a command line that cannot be obeyed, in
 * English.
 *
 * @module
 */

import type { KugouTimeoutPhase } from "../../client/timeout_error.ts";
import type { FailureWords, UsageWords } from "../words_failure.ts";

/** What went wrong, and what to do next. */
export const failure: FailureWords = {
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

const DURATION = {
  expected: "a number and its unit: ms, s or m",
  example: "500ms, 10s or 2m",
};

const PARAMS = { expected: "a JSON object", example: "--params '{}'" };

const FILE = { expected: "a file that can be read" };

/** What was wrong with a command line. */
export const usage: UsageWords = {
  noCommand: (commands) => ({
    reason: "no command is given",
    expected: `one of ${commands.join(", ")}`,
    example: "kugou-iot user-info LAEG4YJE1A/dev01 --sandbox",
  }),
  unknownCommand: (word, commands) => ({
    reason: word === null
      ? "there is no such command"
      : `there is no command ${word}`,
    expected: `one of ${commands.join(", ")}`,
    example: "kugou-iot --help",
  }),
  unknownOption: (word, help) => ({
    reason: word === null
      ? "there is no such option"
      : `there is no option ${word}`,
    expected: "an option that help lists",
    example: help,
  }),
  noValue: (value, example) => ({
    reason: "its value is missing",
    expected: `a value, ${value}; after = where it begins with a dash`,
    example,
  }),
  valueRefused: (option) => ({
    reason: "it takes no value",
    expected: "the option alone",
    example: option,
  }),
  repeated: {
    reason: "it is given more than once",
    expected: "the option once",
  },
  operandMissing: (usage, example) => ({
    reason: "it is missing",
    expected: usage,
    example,
  }),
  operandsTooMany: (usage, example) => ({
    reason: "it has a word too many",
    expected: usage,
    example,
  }),
  notAChoice: (choices) => ({
    reason: "its value is not a possible one",
    expected: `one of ${choices.join(", ")}`,
    example: choices[0] ?? "",
  }),
  conflict: (other) => ({
    reason: `it cannot stand together with ${other}`,
    expected: "one of the two",
  }),
  tokenInArguments: {
    reason: "an access token on the command line can be read by everybody, " +
      "in the list of processes and in the shell's history",
    expected:
      "the token in KUGOU_ACCESS_TOKEN, in a file, on stdin, or typed when asked",
    example: "kugou-iot user-info LAEG4YJE1A/dev01 --token-file token.txt",
  },
  noToken: {
    reason: "there is none",
    expected:
      "KUGOU_ACCESS_TOKEN, --token-file FILE or --token-stdin; or --sandbox, which needs none",
    example: "kugou-iot user-info LAEG4YJE1A/dev01 --sandbox",
  },
  duration: {
    shape: { reason: "it is not a duration", ...DURATION },
    unit: { reason: "it has no unit", ...DURATION },
    short: { reason: "it is less than a millisecond", ...DURATION },
    negative: { reason: "it is negative", ...DURATION },
    huge: {
      reason: "it is longer than a timer can wait",
      expected: "at most 24 days",
      example: DURATION.example,
    },
  },
  notInRange: (min, max, example) => ({
    reason: "it is not a whole number in the range",
    expected: `${min} to ${max}`,
    example,
  }),
  paramsNotJson: { reason: "it is not JSON", ...PARAMS },
  paramsTooManyDigits: {
    reason: "a number in it would lose digits",
    expected: "such a number as a string",
    example: `--params '{"id":"9007199254740993"}'`,
  },
  file: {
    missing: { reason: "the file does not exist", ...FILE },
    directory: { reason: "it is a directory", ...FILE },
    denied: { reason: "the system does not let you read the file", ...FILE },
    tooLong: {
      reason: "it is too long",
      expected: "at most 1 MiB",
    },
    unreadable: { reason: "the file cannot be read", ...FILE },
  },
  faults: (detail) => ({
    reason: detail,
    expected: "names with their shares from 0 to 1",
    example: "503:0.1,reset:0.05",
  }),
  portTaken: {
    reason: "another program listens on this port",
    expected: "a free port, or 0 for any free one",
    example: "kugou-iot sandbox --port 0",
  },
  portDenied: {
    reason: "the system does not let you listen on this port",
    expected: "a port from 1024, or 0 for any free one",
    example: "kugou-iot sandbox --port 0",
  },
};
