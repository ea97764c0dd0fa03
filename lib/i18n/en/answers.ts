/**
 * Words that the commands say with their answers, in English.
 *
 * @module
 */

import type {
  AttemptFacts,
  BatchWords,
  CardWords,
  Distance,
  ExplainWords,
  FailedCounts,
  LookupWords,
  SandboxWords,
} from "../words_answers.ts";

/** What a lookup says besides its answer. */
export const lookup: LookupWords = {
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

/** The card that shows a user. */
export const card: CardWords = {
  label: {
    device: "Device",
    nickname: "Nickname",
    userId: "User id",
    avatar: "Avatar",
    vipFlag: "VIP flag",
    memberships: "Memberships",
    otherFields: "Other fields",
    requestId: "Request id",
    serverRequestId: "Server's id",
    attempts: "Attempts",
  },
  notSent: "not sent",
  yes: "yes",
  no: "no",
  membership: { vip: "VIP", car: "In-car", svip: "Luxury" },
  state: {
    active: "active",
    expired: "expired",
    none: "none",
    unknown: "unknown",
  },
  left: (distance) => `${count(distance)} left`,
  ago: (distance) => `${count(distance)} ago`,
  until: (time) => `until ${time}`,
  since: (time) => `since ${time}`,
  inChina: (time) => ` (${time} in China)`,
  sentAs: (raw) => `sent as ${raw}`,
};

function count({ count, unit }: Distance): string {
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

/** Error codes, explained. */
export const explain: ExplainWords = {
  label: {
    code: "Code",
    class: "Class",
    meaning: "Meaning",
    next: "Next",
    retry: "Again?",
    source: "Source",
    exitCode: "Exit code",
    basedOn: "Known as",
    suggestion: "Did you mean",
  },
  source: {
    page: "Tencent Cloud, document 1081/60575",
    tme: "Tencent's music service, documents 1081/68800",
    sibling: "Other pages of the same endpoint",
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
  retry: {
    "yes": "yes, it may succeed in a moment",
    "no": "no, the same lookup fails again",
    "fresh-token": "only with a fresh access token",
  },
  basedOn: (prefix) => `${prefix}, its longest documented beginning`,
  more: (command) => `${command} says what to do about one of them.`,
};

/** What a batch says besides its answers. */
export const batch: BatchWords = {
  counts: (done, ok, failed) =>
    `${done} ${done === 1 ? "line" : "lines"}: ${ok} ok${failures(failed)}`,
  rate: (perSecond) => `${perSecond.toFixed(perSecond < 10 ? 1 : 0)}/s`,
  left: (seconds) => `${duration(seconds)} left`,
  already: (path, lines) => `${path} has ${lines} lines already`,
  stopping:
    "Stopping: no more lines are taken, those under way are finished; Ctrl-C again to leave at once",
  resume: (command) => `To go on where this stopped:\n  ${command}`,
  noResume: "With --out FILE, a later run could go on where this stopped",
  summary: (counts, seconds, rate) =>
    `${counts}, in ${duration(seconds)} (${rate})`,
  rateExpected: "a number of lookups per second above 0, such as 50",
  needs: (other) => ({
    reason: `it means nothing without ${other}`,
    expected: `${other} as well`,
  }),
  stdinTwice: {
    reason: "the lines are read from stdin, too",
    expected: "--token-file, KUGOU_ACCESS_TOKEN, or the lines from a file",
  },
  cannotWrite: (message) => ({
    reason: `it cannot be written to: ${message}`,
    expected: "a disk with room, and then --resume",
  }),
  noIndex: {
    reason: "JOB_COMPLETION_INDEX is not set",
    expected: "--shard I/N outside of an indexed Job",
  },
};

function failures(failed: FailedCounts): string {
  if (failed.length === 0) return "";
  const kinds = failed.map(([kind, count]) => `${count} ${kind}`);
  return `, failed: ${kinds.join(", ")}`;
}

function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${whole % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** What the sandbox says. */
export const sandbox: SandboxWords = {
  title: "The sandbox is running: sample data, on this machine only",
  label: {
    endpoint: "Endpoint",
    token: "Token",
    devices: "Devices",
    errors: "Errors",
    faults: "Faults",
  },
  anyCode: "<code>",
  anyFault: "<fault>",
  errorDevice: "Answers with that error code",
  faultDevice: (help) => `Breaks as ${help} lists`,
  tryCurl: "Try it in another terminal:",
  tryProgram: "Or with this program:",
  waiting: "Requests, until Ctrl-C:",
  data: "data",
  aborted: "client went away",
  token: {
    valid: "token ok",
    unknown: "unknown token",
    missing: "no token",
  },
};
