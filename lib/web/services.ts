import type { KugouClient } from "../../mod.ts";
import {
  createSandboxHandler,
  SANDBOX_ACCESS_TOKEN,
  SANDBOX_DEVICES,
} from "../sandbox/mod.ts";
import { type AccessLogEntry, bugEntry, openLog } from "./log.ts";
import { makeClient } from "./lookup.ts";
import { MemoryRateLimiter, type RateLimiter } from "./rate_limit.ts";
import { KvRateLimiter } from "./rate_limit_kv.ts";
import type { Settings } from "./settings.ts";

/** The sandbox that a demo looks users up in. */
export interface Demo {
  /** The sandbox's token, which is no secret. */
  readonly accessToken: string;
  /** The devices to click. */
  readonly devices: typeof SANDBOX_DEVICES;
}

/** What the page works with. Tests bring their own. */
export interface Services {
  readonly client: Pick<KugouClient, "userInfo">;
  readonly demo: Demo | null;
  /** Where lookups go; `null` for the sandbox of a demo. */
  readonly endpointHost: string | null;
  /** How many proxies of one's own stand before the page. */
  readonly trustProxy: number;
  readonly limiter: RateLimiter | null;
  /** Counts where `limiter` breaks; without it, lookups are refused then. */
  readonly spareLimiter?: RateLimiter;
  readonly log: ((entry: AccessLogEntry) => void) | null;
  /** Is told about bugs, which no visitor gets to see. */
  readonly onBug: (error: unknown, requestId: string) => void;
}

/** Opens what the settings ask for; it lasts as long as the process. */
export function openServices(settings: Settings): Services {
  const { demo, endpoint } = settings;
  const log = openLog();
  return {
    client: makeClient(endpoint, demo ? createSandboxHandler() : undefined),
    demo: demo
      ? { accessToken: SANDBOX_ACCESS_TOKEN, devices: SANDBOX_DEVICES }
      : null,
    endpointHost: demo ? null : new URL(endpoint).host,
    trustProxy: settings.trustProxy,
    ...makeLimiters(settings),
    log: settings.accessLog ? log : null,
    onBug: (error, requestId) => log(bugEntry(error, requestId)),
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
