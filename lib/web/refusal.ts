import type { HttpFailure, WebWords } from "../i18n/web_words.ts";

/** A request that the page itself refuses. */
export class Refusal extends Error {
  static {
    this.prototype.name = "Refusal";
  }
  readonly status: HttpFailure;
  readonly retryAfterMs: number | null;
  /** The methods that there are, where another was asked for. */
  readonly allow: string | null;

  constructor(
    status: HttpFailure,
    { retryAfterMs = null, allow = null }: {
      retryAfterMs?: number | null;
      allow?: string | null;
    } = {},
  ) {
    super(`Refused with HTTP status ${status}`);
    this.status = status;
    this.retryAfterMs = retryAfterMs;
    this.allow = allow;
  }
}

/** The refusal in the shape that all errors have in JSON. */
export function refusalJson(
  { name, status, retryAfterMs }: Refusal,
  { words, requestId }: { words: WebWords; requestId: string },
): object {
  const { title, hint } = words.http[status];
  return {
    name,
    kind: "refused",
    message: `${title}. ${hint}`,
    retryable: status === 408 || status === 429 || status === 500,
    retryAfterMs,
    requestId,
    requestIds: [],
    serverRequestId: null,
    attempts: 0,
  };
}
