/** What the commands say with their answers. */

import type { KugouAttempt } from "../../../mod.ts";
import { terms } from "./terms.ts";

/** What a lookup says besides its answer. */
export const lookup = {
  tokenName: "the access token",
  prompt: "Access token (not shown): ",
  sandbox: (endpoint: string): string =>
    `Sandbox at ${endpoint}: sample data, no real user`,
  sending: (
    endpoint: string,
    timeoutMs: number,
    totalTimeoutMs: number,
    retries: number,
  ): string =>
    `POST ${endpoint} (at most ${timeoutMs} ms per attempt, ${totalTimeoutMs} ms in total, retries: ${retries})`,
  attempt: (
    { number, status, durationMs, requestId, serverRequestId, retryInMs }:
      KugouAttempt,
    error: string | null,
  ): string =>
    [
      `Attempt ${number}: ${
        status === null ? "no response" : `HTTP ${status}`
      }${error === null ? "" : `, ${error}`} after ${
        Math.round(durationMs)
      } ms`,
      `request id ${requestId}`,
      serverRequestId === null ? "" : `server request id ${serverRequestId}`,
      retryInMs === null ? "" : `retrying in ${Math.round(retryInMs)} ms`,
    ].filter(Boolean).join(", "),
  notSent: "Nothing was sent",
  curl: "The same with curl, with the token in KUGOU_ACCESS_TOKEN:",
};

/** The card that shows a user. */
export const card = {
  device: "Device",
  nickname: "Nickname",
  userId: "User id",
  avatar: "Avatar",
  vipFlag: "VIP flag",
  otherFields: "Other fields",
  attempts: "Attempts",
  notSent: "not sent",
  yes: "yes",
  no: "no",
  unit: { day: "day", hour: "hour", minute: "minute" },
  count: (count: number, unit: string): string =>
    `${count} ${unit}${count === 1 ? "" : "s"}`,
  left: (distance: string): string => `${distance} left`,
  ago: (distance: string): string => `${distance} ago`,
  until: (time: string): string => `until ${time}`,
  since: (time: string): string => `since ${time}`,
  inChina: (time: string): string => ` (${time} in China)`,
  sentAs: (raw: string): string => `sent as ${raw}`,
};

/** Error codes, explained. */
export const explain = {
  label: {
    code: "Code",
    class: "Class",
    meaning: "Meaning",
    next: "Next",
    retry: "Retry",
    source: "Source",
    exitCode: "Exit code",
    basedOn: "Known as",
    suggestion: terms.didYouMean,
  },
  source: {
    page: "Tencent Cloud, document 1081/60575",
    tme: "Tencent's music service, document 1081/68800",
    sibling: "Other pages of the same endpoint",
  },
  basedOn: (prefix: string): string =>
    `${prefix}, its longest documented prefix`,
  more: (command: string): string =>
    `${command} says what to do about one of them.`,
};

/** What the sandbox says. */
export const sandbox = {
  title: "The sandbox is running: sample data, on this machine only",
  endpoint: "Endpoint",
  accessToken: "Token",
  devices: "Devices",
  anyCode: "<code>",
  anyFault: "<fault>",
  errorDevice: "Answers with that error code",
  faultDevice: (help: string): string => `Fails in one of the ways in ${help}`,
  tryCurl: "Try it in another terminal:",
  tryProgram: "Or with this program:",
  waiting: "Requests, until Ctrl-C:",
  data: "data",
  aborted: "client disconnected",
  token: {
    valid: "token ok",
    unknown: "unknown token",
    missing: "no token",
  },
};
