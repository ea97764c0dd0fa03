/**
 * The lookup for programs: the same as the page, in JSON. Its schema is
 * `static/openapi.json`.
 *
 * @module
 */

import {
  KugouApiError,
  type KugouError,
  KugouInputError,
  type LocalizedText,
} from "../../mod.ts";
import { userJson } from "../client/user_json.ts";
import { admit } from "./admit.ts";
import { readBody } from "./body.ts";
import { readJson } from "./form.ts";
import { stringifyWithout } from "./hide_token.ts";
import { lookUp, type Outcome, requestIdOf, retryAfterOf } from "./lookup.ts";
import { Refusal } from "./refusal.ts";
import { sealJson } from "./seal.ts";
import type { Ask, LookupState } from "./state.ts";
import { statusHeaders, statusOf } from "./status.ts";

/** Answers `POST /api/user-info`. */
export async function answerApi(
  { req, state }: Ask<LookupState>,
): Promise<Response> {
  const raw = readJson(await readBody(req, "application/json"));
  const outcome = await lookUp(raw, state.services);
  const status = statusOf(outcome);
  const requestId = requestIdOf(outcome);
  state.kugouRequestId = requestId;
  const headers = statusHeaders(status, retryAfterOf(outcome));
  if (requestId !== null) headers["x-kugou-request-id"] = requestId;
  const json = stringifyWithout(raw.accessToken, outcomeJson(outcome));
  return sealJson(state, json, { status, headers });
}

/**
 * Answers a lookup of a program without what only pages need: Fresh would do
 * the same by `routes/api/user-info.ts`, and adds a tenth to its time.
 *
 * @param ask The request.
 * @returns The answer, also where the request is refused or something breaks.
 */
export async function answerAtOnce(
  ask: Ask<LookupState>,
): Promise<Response> {
  try {
    const admitted = admit(ask);
    // To wait takes time even where there is nothing to wait for.
    if (admitted !== undefined) await admitted;
    return await answerApi(ask);
  } catch (error) {
    const { onBug } = ask.state.services;
    if (!(error instanceof Refusal)) onBug(error, ask.state.requestId);
    return refuseInJson(
      error instanceof Refusal ? error : new Refusal(500),
      ask.state,
    );
  }
}

/**
 * Says to a program that the page itself refuses its request.
 *
 * @param refusal The refusal.
 * @param state What is known about the request.
 * @returns The answer.
 */
export function refuseInJson(refusal: Refusal, state: LookupState): Response {
  const { status, retryAfterMs } = refusal;
  const headers = statusHeaders(status, retryAfterMs);
  const json = JSON.stringify(failureJson(refusal, state));
  return sealJson(state, json, { status, headers });
}

function outcomeJson(outcome: Outcome): object {
  if (outcome.errors !== undefined) {
    const [error, ...others] = outcome.errors;
    const body = errorJson(error);
    const problems = [error, ...others].map(problemJson)
      .filter((problem) => problem !== null);
    return { error: problems.length > 0 ? { ...body, problems } : body };
  }
  const { info } = outcome;
  return {
    requestId: info.requestId,
    serverRequestId: info.serverRequestId,
    attempts: info.attempts,
    durationMs: Math.round(info.durationMs),
    user: userJson(info.user),
    data: info.data,
  };
}

function errorJson(error: KugouError): object {
  const api = error instanceof KugouApiError
    ? {
      code: error.code,
      class: error.class,
      meaning: error.meaning,
      hint: error.hint,
      serverMessage: error.serverMessage,
    }
    : {};
  return {
    kind: error.kind,
    message: error.message,
    retryable: error.retryable,
    retryAfterMs: error.retryAfterMs,
    requestId: error.requestId,
    serverRequestId: error.serverRequestId,
    attempts: error.attempts,
    ...api,
  };
}

function problemJson(
  error: KugouError,
): { field: string; reason: LocalizedText; expected: LocalizedText } | null {
  if (!(error instanceof KugouInputError)) return null;
  const { field, reason, expected } = error;
  return { field, reason, expected };
}

function failureJson(
  { status, retryAfterMs }: Refusal,
  { words, requestId }: LookupState,
): object {
  const { title, hint } = words.http[status];
  return {
    error: {
      kind: "refused",
      message: `${title}. ${hint}`,
      retryable: status === 429 || status === 500,
      retryAfterMs,
      requestId,
    },
  };
}
