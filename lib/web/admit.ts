/**
 * Says whether a request is answered at all.
 *
 * @module
 */

import { clientAddress } from "./client_address.ts";
import { isOwnRequest } from "./csrf.ts";
import type { RateLimiter } from "./rate_limit.ts";
import { Refusal } from "./refusal.ts";
import type { Ask, LookupState } from "./state.ts";

/**
 * Refuses lookups of other sites, and of clients that ask too often.
 *
 * @param ask The request.
 * @returns What to wait for where clients are counted.
 * @throws {Refusal} With 403 or 429.
 */
export function admit(ask: Ask<LookupState>): Promise<void> | undefined {
  const { req, state: { services } } = ask;
  if (req.method !== "POST") return undefined;
  if (!isOwnRequest(req, services.trustProxy)) throw new Refusal(403);
  const { limiter } = services;
  return limiter === null ? undefined : admitInTurn(ask, limiter);
}

async function admitInTurn(
  { req, info: { remoteAddr }, state }: Ask<LookupState>,
  limiter: RateLimiter,
): Promise<void> {
  const remote = "hostname" in remoteAddr ? remoteAddr.hostname : "";
  const { trustProxy } = state.services;
  const client = clientAddress(req.headers, remote, trustProxy);
  const waitMs = await take(client, limiter, state);
  if (waitMs > 0) throw new Refusal(429, waitMs);
}

/** A store that is down must not take the page down with it. */
async function take(
  client: string,
  limiter: RateLimiter,
  { services: { spareLimiter, onBug }, requestId }: LookupState,
): Promise<number> {
  try {
    return await limiter.take(client);
  } catch (error) {
    if (spareLimiter === undefined) throw error;
    onBug(error, requestId);
    return await spareLimiter.take(client);
  }
}
