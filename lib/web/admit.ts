/**
 * Says whether a request is answered at all.
 *
 * @module
 */

import type { Context } from "fresh";
import { clientAddress } from "./client_address.ts";
import { isOwnRequest } from "./csrf.ts";
import type { RateLimiter } from "./rate_limit.ts";
import { Refusal } from "./refusal.ts";
import type { State } from "./state.ts";

/**
 * Refuses lookups of other sites, and of clients that ask too often.
 *
 * @param ctx The request.
 * @throws {Refusal} With 403 or 429.
 */
export async function admit(ctx: Context<State>): Promise<void> {
  const { req, info, state } = ctx;
  const { services } = state;
  if (req.method !== "POST") return;
  if (!isOwnRequest(req, services.trustProxy)) throw new Refusal(403);
  if (services.limiter === null) return;
  const { remoteAddr } = info;
  const remote = "hostname" in remoteAddr ? remoteAddr.hostname : "";
  const client = clientAddress(req.headers, remote, services.trustProxy);
  const waitMs = await take(client, services.limiter, state);
  if (waitMs > 0) throw new Refusal(429, waitMs);
}

/** A store that is down must not take the page down with it. */
async function take(
  client: string,
  limiter: RateLimiter,
  { services: { spareLimiter, onBug }, requestId }: State,
): Promise<number> {
  try {
    return await limiter.take(client);
  } catch (error) {
    if (spareLimiter === undefined) throw error;
    onBug(error, requestId);
    return await spareLimiter.take(client);
  }
}
