/**
 * What went wrong, for a program.
 *
 * @module
 */

import type { LocalizedText } from "../client/error_info.ts";
import { loadWords } from "../i18n/load.ts";
import type { UsageProblem } from "../i18n/words_failure.ts";
import { isOptionName, optionSpec } from "./commands.ts";
import { type Failure, isCallFailure } from "./failure.ts";
import type { FailureJson, LookupFailure } from "./lookup_json.ts";
import { UsageError } from "./parse.ts";

/**
 * Makes the object for a lookup that failed.
 *
 * @param failure What went wrong.
 * @param deviceId The device that was asked about, if its id is one.
 * @returns The object.
 */
export async function failureObject(
  failure: Failure,
  deviceId: string | null,
): Promise<LookupFailure> {
  const ids = isCallFailure(failure)
    ? failure
    : { requestId: null, requestIds: [], serverRequestId: null, attempts: 0 };
  return {
    ok: false,
    deviceId,
    error: failure instanceof UsageError
      ? await usageJson(failure)
      : failureJson(failure),
    requestId: ids.requestId,
    requestIds: ids.requestIds,
    serverRequestId: ids.serverRequestId,
    attempts: ids.attempts,
  };
}

function failureJson(failure: Exclude<Failure, UsageError>): FailureJson {
  const isCall = isCallFailure(failure);
  return {
    kind: failure.kind,
    message: failure.message,
    retryable: isCall && failure.retryable,
    retryAfterMs: isCall ? failure.retryAfterMs : null,
    ...detailsOf(failure),
  };
}

/** What only failures of one kind have. */
function detailsOf(
  failure: Exclude<Failure, UsageError>,
): Partial<FailureJson> {
  switch (failure.kind) {
    case "input": {
      const { field, reason, expected, example } = failure;
      return { field, reason, expected, example };
    }
    case "api": {
      const { code, retry, meaning, hint, serverMessage, status } = failure;
      const errorClass = failure.class;
      return {
        code,
        class: errorClass,
        retry,
        meaning,
        hint,
        serverMessage,
        status,
      };
    }
    case "network":
      return { phase: failure.phase };
    case "timeout": {
      const { phase, limit, limitMs } = failure;
      return { phase, limit, limitMs };
    }
    case "protocol":
      return { status: failure.status, excerpt: failure.excerpt };
    case "permission":
      return { flag: failure.flag };
    default:
      return {};
  }
}

async function usageJson(error: UsageError): Promise<FailureJson> {
  const en = error.problem(await loadWords("usage", "en"));
  const zh = error.problem(await loadWords("usage", "zh"));
  return {
    kind: "input",
    message: sentence(error, en),
    retryable: false,
    retryAfterMs: null,
    field: fieldOf(error.subject),
    reason: { en: en.reason, zh: zh.reason },
    expected: bothOf(en.expected, zh.expected),
    example: error.suggestion ?? en.example ?? null,
  };
}

function sentence(
  { message, suggestion }: UsageError,
  { reason, expected, example }: UsageProblem,
): string {
  const right = expected === undefined ? "" : `: expected ${expected}`;
  const suchAs = suggestion ?? example;
  return `${message}: ${reason}${right}${
    suchAs === undefined ? "" : `, such as ${suchAs}`
  }`;
}

/** The client's name for what was typed, where it has one. */
function fieldOf(subject: string | null): string | null {
  if (subject === "DEVICE_ID") return "deviceId";
  if (subject === "KUGOU_ACCESS_TOKEN") return "accessToken";
  const name = subject?.replace(/^--/, "") ?? "";
  return isOptionName(name) ? optionSpec(name).field ?? subject : subject;
}

function bothOf(
  en: string | undefined,
  zh: string | undefined,
): LocalizedText | null {
  return en === undefined || zh === undefined ? null : { en, zh };
}
