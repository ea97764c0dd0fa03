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
  duration(ms: number): string {
    // Also what is no number at all.
    if (!(ms < 100 * 86_400_000)) return "more than 100 days";
    if (ms < 1_000) return `${Math.ceil(ms)} ms`;
    const seconds = Math.ceil(ms / 100) / 10;
    if (seconds < 10) return `${seconds} s`;
    return long(Math.round(seconds));
  },
};

function long(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return join(minutes, "min", seconds % 60, "s");
  return join(Math.floor(minutes / 60), "h", minutes % 60, "min");
}

function join(
  count: number,
  unit: string,
  rest: number,
  small: string,
): string {
  return `${count} ${unit}${rest === 0 ? "" : ` ${rest} ${small}`}`;
}
