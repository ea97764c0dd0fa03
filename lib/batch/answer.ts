/** The objects that `--json` prints. A later version may add fields to them. */

import type { KugouUserInfo } from "../../mod.ts";

/** An error that can write itself as JSON, as all of the client's can. */
export interface JsonError extends Error {
  toJSON(): Record<string, unknown>;
  readonly requestIds?: readonly string[];
  readonly serverRequestId?: string | null;
}

/** What `--json` prints for a user that was found. */
export function successAnswer(deviceId: string, info: KugouUserInfo) {
  const durationMs = Math.round(info.durationMs * 1000) / 1000;
  return { ok: true, deviceId, ...info, durationMs } as const;
}

/** What it prints otherwise; without a device where that is no device id. */
export function failureAnswer(deviceId: string | null, error: JsonError) {
  const { requestIds = [], serverRequestId = null } = error;
  return {
    ok: false,
    deviceId,
    error: error.toJSON(),
    requestId: requestIds.at(-1) ?? null,
    requestIds,
    serverRequestId,
    attempts: requestIds.length,
  } as const;
}
