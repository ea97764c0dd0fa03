/**
 * What the page works with while it runs.
 *
 * @module
 */

import type { KugouClient } from "../../mod.ts";
import {
  createSandboxHandler,
  SANDBOX_ACCESS_TOKEN,
  SANDBOX_DEVICES,
} from "../sandbox/mod.ts";
import { type AccessLogEntry, logBug, writeLogLine } from "./access_log.ts";
import type { Settings } from "./env.ts";
import { makeClient } from "./lookup.ts";
import { MemoryRateLimiter, type RateLimiter } from "./rate_limit.ts";
import { KvRateLimiter } from "./rate_limit_kv.ts";

/** The sandbox that a demo looks users up in. */
export interface Demo {
  /** The sandbox's token, which is no secret. */
  readonly accessToken: string;
  /** The devices to click. */
  readonly devices: typeof SANDBOX_DEVICES;
}

/** What the page works with. Tests bring their own. */
export interface Services {
  /** Makes the lookups. */
  readonly client: Pick<KugouClient, "userInfo">;
  /** The sandbox, if this is a demo. */
  readonly demo: Demo | null;
  /** How many proxies of one's own stand before the page. */
  readonly trustProxy: number;
  /** Counts the lookups of each client, or `null` for no limit. */
  readonly limiter: RateLimiter | null;
  /** Counts them where `limiter` breaks; without it, they are refused. */
  readonly spareLimiter?: RateLimiter;
  /** Takes each entry of the access log, or `null` for no log. */
  readonly log: ((entry: AccessLogEntry) => void) | null;
  /** Is told about bugs, which no visitor gets to see. */
  readonly onBug: (error: unknown, requestId: string) => void;
}

/**
 * Opens what the settings ask for.
 *
 * @param settings The settings.
 * @returns The services. They last as long as the process.
 */
export function openServices(settings: Settings): Services {
  const { demo, endpoint } = settings;
  return {
    client: makeClient(endpoint, demo ? createSandboxHandler() : undefined),
    demo: demo
      ? { accessToken: SANDBOX_ACCESS_TOKEN, devices: SANDBOX_DEVICES }
      : null,
    trustProxy: settings.trustProxy,
    ...makeLimiters(settings),
    log: settings.accessLog ? writeLogLine : null,
    onBug: logBug,
  };
}

function makeLimiters(
  { rateLimit, rateLimitKv }: Settings,
): Pick<Services, "limiter" | "spareLimiter"> {
  if (rateLimit === 0) return { limiter: null };
  const limiter = new MemoryRateLimiter(rateLimit);
  if (!rateLimitKv) return { limiter };
  return {
    limiter: new KvRateLimiter(() => Deno.openKv(), rateLimit),
    spareLimiter: limiter,
  };
}
