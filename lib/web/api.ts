/**
 * The lookup for programs: the same as the page, in JSON. Its schema is
 * `static/openapi.json`.
 *
 * @module
 */

import type { Context } from "fresh";
import {
  KugouApiError,
  type KugouError,
  KugouInputError,
  type KugouMembership,
  type KugouUser,
  type LocalizedText,
} from "../../mod.ts";
import { readBody } from "./body.ts";
import { readJson } from "./form.ts";
import { stringifyWithout } from "./hide_token.ts";
import { lookUp, type Outcome, requestIdOf, retryAfterOf } from "./lookup.ts";
import type { Refusal } from "./refusal.ts";
import { sealJson } from "./seal.ts";
import type { State } from "./state.ts";
import { statusHeaders, statusOf } from "./status.ts";

/** Answers `POST /api/user-info`. */
export async function answerApi(ctx: Context<State>): Promise<Response> {
  const raw = readJson(await readBody(ctx.req, "application/json"));
  const outcome = await lookUp(raw, ctx.state.services);
  const status = statusOf(outcome);
  const requestId = requestIdOf(outcome);
  ctx.state.kugouRequestId = requestId;
  const headers = statusHeaders(status, retryAfterOf(outcome));
  if (requestId !== null) headers["x-kugou-request-id"] = requestId;
  const json = stringifyWithout(raw.accessToken, outcomeJson(outcome));
  return sealJson(ctx.state, json, { status, headers });
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

/** As JSON writes it anyway: V8 is far slower at it where it meets a `Date`. */
function userJson(
  { id, nickname, avatarUrl, isVip, memberships }: KugouUser,
): object {
  const { vip, car, svip } = memberships;
  return {
    id,
    nickname,
    avatarUrl,
    isVip,
    memberships: {
      vip: membershipJson(vip),
      car: membershipJson(car),
      svip: membershipJson(svip),
    },
  };
}

function membershipJson({ state, end, raw }: KugouMembership): object {
  return { state, end: end === null ? null : end.toISOString(), raw };
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

/**
 * Says in JSON what the page itself refuses.
 *
 * @param refusal The refusal.
 * @param state What is known about the request.
 * @returns The body of the answer.
 */
export function failureJson(
  { status, retryAfterMs }: Refusal,
  { words, requestId }: State,
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
