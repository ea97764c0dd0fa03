import { tellDuration } from "../duration.ts";

/** What things are called wherever people meet them. */
export const terms = {
  memberships: { vip: "VIP", car: "In-car VIP", svip: "SVIP" },
  state: {
    active: "active",
    expired: "expired",
    none: "none",
    unknown: "unknown",
  },
  errorClass: {
    "input": "input",
    "auth": "authorization",
    "not-found": "not found",
    "unsupported": "unsupported",
    "limit": "limit",
    "server": "server",
    "unknown": "unknown",
  },
  retry: {
    "yes": "yes, it may succeed in a moment",
    "no": "no, the same lookup fails again",
    "fresh-token": "only with a fresh access token",
  },
  requestId: "Request id",
  serverRequestId: "Server request id",
  didYouMean: "Did you mean",
  duration: (ms: number): string =>
    tellDuration(ms, {
      ms: "ms",
      s: "s",
      min: "min",
      h: "h",
      longer: "more than 100 days",
    }),
};
