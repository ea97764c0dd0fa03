/**
 * The HTTP status that says how a lookup ended.
 *
 * @module
 */

import {
  KugouApiError,
  type KugouError,
  type KugouErrorClass,
  KugouProtocolError,
} from "../../mod.ts";
import type { Outcome } from "./lookup.ts";

const BY_CLASS: Readonly<Record<KugouErrorClass, number>> = {
  input: 400,
  auth: 401,
  "not-found": 404,
  unsupported: 422,
  limit: 429,
  server: 502,
  unknown: 502,
};

const BY_KIND: Readonly<Record<Exclude<KugouError["kind"], "api">, number>> = {
  input: 400,
  network: 502,
  timeout: 504,
  protocol: 502,
  permission: 500,
};

/**
 * Gives the status of an outcome.
 *
 * @param outcome How the lookup ended.
 * @returns The HTTP status.
 */
export function statusOf({ errors }: Outcome): number {
  return errors === undefined ? 200 : statusOfError(errors[0]);
}

function statusOfError(error: KugouError): number {
  if (error instanceof KugouApiError) return BY_CLASS[error.class];
  // The endpoint's own gateway may limit us, with a time to wait.
  const isLimit = error instanceof KugouProtocolError && error.status === 429;
  return isLimit ? 429 : BY_KIND[error.kind as keyof typeof BY_KIND];
}

/**
 * Gives the headers that go with a status.
 *
 * @param status The HTTP status.
 * @param retryAfterMs How long to wait before the next try, or `null`.
 * @returns The headers.
 */
export function statusHeaders(
  status: number,
  retryAfterMs: number | null,
): Record<string, string> {
  const headers: Record<string, string> = {};
  // HTTP wants a scheme named; browsers ask nobody for one they do not know.
  if (status === 401) headers["www-authenticate"] = "KugouAccessToken";
  if (retryAfterMs !== null) {
    headers["retry-after"] = String(
      Math.max(1, Math.ceil(retryAfterMs / 1000)),
    );
  }
  return headers;
}
