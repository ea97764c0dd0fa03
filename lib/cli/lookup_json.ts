/**
 * The objects that `--json` prints, the same for one lookup and for many.
 *
 * Their fields stay: a later version may add some, but takes none away.
 *
 * @module
 */

import type { KugouUserInfo } from "../client/client.ts";
import type {
  KugouErrorClass,
  KugouErrorRetry,
  LocalizedText,
} from "../client/error_info.ts";
import type { JsonObject } from "../client/json.ts";
import { type UserJson, userJson } from "../client/user_json.ts";

/** What `--json` prints for a user that was found. */
export interface LookupSuccess {
  /** Whether a user was found. */
  readonly ok: true;
  /** The device that was asked about. */
  readonly deviceId: string;
  /** The user. */
  readonly user: UserJson;
  /** The server's `Data`, every field of it. */
  readonly data: JsonObject;
  /** The request id that was sent. */
  readonly requestId: string;
  /** The request id of the server, or `null`. */
  readonly serverRequestId: string | null;
  /** How often the request was sent. */
  readonly attempts: number;
  /** How long it took in all, in milliseconds. */
  readonly durationMs: number;
}

/** What `--json` prints where no user was found. */
export interface LookupFailure {
  /** Whether a user was found. */
  readonly ok: false;
  /** The device that was asked about; `null` where that is no device id. */
  readonly deviceId: string | null;
  /** What went wrong. */
  readonly error: FailureJson;
  /** The request id that was sent last, or `null` if nothing was sent. */
  readonly requestId: string | null;
  /** The request ids that were sent, in order. */
  readonly requestIds: readonly string[];
  /** The request id of the server, or `null`. */
  readonly serverRequestId: string | null;
  /** How often the request was sent. */
  readonly attempts: number;
}

/** What went wrong, in JSON. Which of the fields are there follows `kind`. */
export interface FailureJson {
  /** What kind of failure it is. */
  readonly kind:
    | "input"
    | "api"
    | "network"
    | "timeout"
    | "protocol"
    | "permission"
    | "interrupted"
    | "bug";
  /** What went wrong, in one English sentence. */
  readonly message: string;
  /** Whether the same lookup may succeed when it is sent again. */
  readonly retryable: boolean;
  /** How long the server asked to wait, in milliseconds, or `null`. */
  readonly retryAfterMs: number | null;
  /** `input`: what was wrong, or `null` for the command line as a whole. */
  readonly field?: string | null;
  /** `input`: why it was wrong. */
  readonly reason?: LocalizedText;
  /** `input`: what would be right, or `null`. */
  readonly expected?: LocalizedText | null;
  /** `input`: a value that would be right, or `null`. */
  readonly example?: string | null;
  /** `api`: the code as the server sent it. */
  readonly code?: string;
  /** `api`: the family of the code. */
  readonly class?: KugouErrorClass;
  /** `api`: whether the lookup is worth a retry, or only with a fresh token. */
  readonly retry?: KugouErrorRetry;
  /** `api`: what the code means. */
  readonly meaning?: LocalizedText;
  /** `api`: what to do next. */
  readonly hint?: LocalizedText;
  /** `api`: the server's own message, which may be empty. */
  readonly serverMessage?: string;
  /** `api`, `protocol`: the HTTP status. */
  readonly status?: number;
  /** `protocol`: the beginning of the answer. */
  readonly excerpt?: string;
  /** `network`, `timeout`: what was under way. */
  readonly phase?: string;
  /** `timeout`: the limit that ran out. */
  readonly limit?: "timeoutMs" | "totalTimeoutMs";
  /** `timeout`: the limit, in milliseconds. */
  readonly limitMs?: number;
  /** `permission`: the Deno flag to add. */
  readonly flag?: string;
}

/**
 * Makes the object for a user that was found.
 *
 * @param deviceId The device that was asked about.
 * @param info What was found.
 * @returns The object.
 */
export function successObject(
  deviceId: string,
  info: KugouUserInfo,
): LookupSuccess {
  return {
    ok: true,
    deviceId,
    user: userJson(info.user),
    data: info.data,
    requestId: info.requestId,
    serverRequestId: info.serverRequestId,
    attempts: info.attempts,
    durationMs: Math.round(info.durationMs * 1000) / 1000,
  };
}
