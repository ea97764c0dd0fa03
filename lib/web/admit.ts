/**
 * Says whether a request is answered at all.
 *
 * @module
 */

import type { Context } from "fresh";
import { clientAddress } from "./client_address.ts";
import { isOwnRequest } from "./csrf.ts";
import { Refusal } from "./refusal.ts";
import type { State } from "./state.ts";

/**
 * Refuses lookups of other sites, and of clients that ask too often.
 *
 * @param ctx The request.
 * @throws {Refusal} With 403 or 429.
 */
export async function admit(ctx: Context<State>): Promise<void> {
  const { req, info, state: { services } } = ctx;
  if (req.method !== "POST") return;
  if (!isOwnRequest(req, services.trustProxy)) throw new Refusal(403);
  if (services.limiter === null) return;
  const { remoteAddr } = info;
  const remote = "hostname" in remoteAddr ? remoteAddr.hostname : "";
  const client = clientAddress(req.headers, remote, services.trustProxy);
  const waitMs = await services.limiter.take(client);
  if (waitMs > 0) throw new Refusal(429, waitMs);
}
