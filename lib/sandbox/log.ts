/**
 * What the sandbox tells about a request, without access tokens and control
 * characters.
 *
 * @module
 */

import type { SandboxLogEntry, SandboxOutcome } from "./types.ts";
import type { WireBody } from "./wire_request.ts";

/** What the log is told about a request. */
export interface LogFacts {
  /** The request; its body has been read elsewhere. */
  readonly request: Request;
  /** When it came in, in milliseconds of `Date.now`. */
  readonly startedAt: number;
  /** The fields that came, if the body could be read. */
  readonly body: WireBody;
  /** The token that would be right. */
  readonly accessToken: string;
  readonly outcome: SandboxOutcome;
  /** What the answer is called: a code, a fault, an HTTP status. */
  readonly code: string;
  readonly durationMs: number;
}

/** Makes the entry, with every token in it masked. */
export function logEntry(facts: LogFacts): SandboxLogEntry {
  const { request, body, accessToken } = facts;
  const sent = textOf(body.AccessToken);
  const secrets = sent === null ? [accessToken] : [accessToken, sent];
  const masked = (text: string) => maskText(text, secrets);
  const field = (value: unknown) =>
    typeof value === "string" ? masked(value) : null;
  return {
    time: new Date(facts.startedAt),
    method: masked(request.method),
    path: masked(readablePath(new URL(request.url))),
    deviceId: field(body.DeviceId),
    kgCommand: field(body.KGCommand),
    requestId: field(body.RequestId),
    token: sent === null
      ? "missing"
      : sent === accessToken
      ? "valid"
      : "unknown",
    outcome: facts.outcome,
    code: masked(facts.code),
    durationMs: facts.durationMs,
  };
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

/** What stands where a token stood. */
const MASK = "***";

/**
 * Real tokens are 32 hexadecimal digits and more: one that stands in a wrong
 * field, its own field being empty, is known by that alone. A UUID has no such
 * run of digits.
 */
const TOKEN_LIKE = /[0-9a-f]{24,}/gi;

/** The longest text of a field that is logged. */
const MAX_LENGTH = 200;

/**
 * Makes a text fit for the log.
 *
 * @param text What a client sent.
 * @param secrets The tokens to mask, wherever they stand, in any case.
 */
export function maskText(text: string, secrets: readonly string[]): string {
  let masked = text;
  for (const secret of secrets) masked = maskOne(masked, secret);
  return masked
    .replace(TOKEN_LIKE, MASK)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "\ufffd")
    .slice(0, MAX_LENGTH);
}

/**
 * The path of a URL with its escapes undone, so that no escape hides a token;
 * one whose escapes are broken is masked whole.
 */
export function readablePath(url: URL): string {
  try {
    return decodeURIComponent(url.pathname);
  } catch {
    return MASK;
  }
}

function maskOne(text: string, secret: string): string {
  if (secret === "") return text;
  const literal = secret.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  return text.replace(new RegExp(literal, "gi"), MASK);
}
