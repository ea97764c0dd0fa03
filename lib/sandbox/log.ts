/**
 * Entries of the log.
 *
 * @module
 */

import { maskText, readablePath } from "./mask.ts";
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
