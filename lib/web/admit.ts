/**
 * Says whether a request is answered at all.
 *
 * @module
 */

import { clientAddress } from "./client_address.ts";
import { isOwnRequest } from "./csrf.ts";
import type { RateLimiter } from "./rate_limit.ts";
import { Refusal } from "./refusal.ts";
import type { Ask, State } from "./state.ts";

/**
 * Refuses lookups of other sites, and of clients that ask too often.
 *
 * @param ask The request.
 * @throws {Refusal} With 403 or 429.
 */
export async function admit({ req, info, state }: Ask): Promise<void> {
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
