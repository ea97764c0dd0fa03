import {
  KugouApiError,
  type KugouError,
  type KugouErrorClass,
  KugouProtocolError,
} from "../../mod.ts";
import type { Outcome } from "./lookup.ts";
import { cut } from "./views/format.ts";
import { linkTo } from "./views/links.ts";

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

/** Gives the HTTP status that says how a lookup ended. */
export function statusOf({ errors }: Outcome): number {
  if (errors === undefined) return 200;
  const [error] = errors;
  if (error instanceof KugouApiError) return BY_CLASS[error.class];
  // The endpoint's own gateway may limit us, with a time to wait.
  const isLimit = error instanceof KugouProtocolError && error.status === 429;
  return isLimit ? 429 : BY_KIND[error.kind as keyof typeof BY_KIND];
}

/** Gives the headers that go with a status. */
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

/** Gives the status and the headers of an answer that says how a lookup ended. */
export function initOf(
  outcome: Outcome,
): { status: number; headers: Record<string, string> } {
  const [error] = outcome.errors ?? [];
  const status = statusOf(outcome);
  const headers = statusHeaders(status, error?.retryAfterMs ?? null);
  const requestId = outcome.info?.requestId ?? error?.requestId;
  if (requestId) headers["x-kugou-request-id"] = requestId;
  if (error instanceof KugouApiError) {
    const help = linkTo("/errors", null, { q: cut(error.code) });
    headers["link"] = `<${help}>; rel="help"`;
  }
  return { status, headers };
}
