import { type JsonObject, redact, REDACTED } from "../../mod.ts";
import type { SandboxRequest } from "./request.ts";

/**
 * What became of a request: `data` is an answer with `Data`, `error` an API
 * error, `fault` a fault that was asked for or drawn, `refused` a wrong path or
 * method, `aborted` a client or a sandbox that went away before the answer.
 */
export type SandboxOutcome = "data" | "error" | "fault" | "refused" | "aborted";

/**
 * One request in the log. It never holds the access token that was sent or that
 * of the sandbox: `***` stands in its place, whatever field it was put into.
 */
export interface SandboxLogEntry {
  /** When the request came in. */
  readonly time: Date;
  /** The HTTP method. */
  readonly method: string;
  /** The path of the URL, without the query. */
  readonly path: string;
  /** `DeviceId` as sent, up to 200 characters, or `null` if it was no string. */
  readonly deviceId: string | null;
  /** `KGCommand` as sent, up to 200 characters, or `null` if it was no string. */
  readonly kgCommand: string | null;
  /** `RequestId` as sent, up to 200 characters, or `null` if it was no string. */
  readonly requestId: string | null;
  /** Whether `AccessToken` is the sandbox's, another one, or no string at all. */
  readonly token: "valid" | "unknown" | "missing";
  /** What became of the request. */
  readonly outcome: SandboxOutcome;
  /**
   * `"0"` for data, the code for an error, the name for a fault, the HTTP status
   * for a refusal, `"aborted"` otherwise.
   */
  readonly code: string;
  /** Milliseconds from the request to its answer, without the time that a body takes. */
  readonly durationMs: number;
}

const MAX_LENGTH = 200;

/** Describes a request without its access token. */
export function logEntry(
  { method, path }: SandboxRequest,
  body: JsonObject,
  accessToken: string,
  facts: Pick<SandboxLogEntry, "time" | "outcome" | "code" | "durationMs">,
): SandboxLogEntry {
  const sent = body.AccessToken;
  const secrets = [accessToken, sent].filter((it) => typeof it === "string")
    .filter(Boolean);
  const clean = (text: string) => redact(text, secrets).slice(0, MAX_LENGTH);
  const field = (value: unknown) =>
    typeof value === "string" ? clean(value) : null;
  return {
    ...facts,
    code: clean(facts.code),
    method,
    path: clean(readable(path)),
    deviceId: field(body.DeviceId),
    kgCommand: field(body.KGCommand),
    requestId: field(body.RequestId),
    token: typeof sent !== "string"
      ? "missing"
      : sent === accessToken
      ? "valid"
      : "unknown",
  };
}

/** The path with its escapes undone, so that none of them hides a token. */
function readable(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return REDACTED;
  }
}
