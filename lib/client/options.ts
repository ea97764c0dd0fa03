/**
 * The options of a client.
 *
 * @module
 */

import { checkAccessToken, type KugouAccessToken } from "./access_token.ts";
import type { KugouAttempt } from "./attempt.ts";
import { checkEndpoint, KUGOU_ENDPOINT } from "./endpoint.ts";
import { KugouInputError } from "./input_error.ts";
import { checkMs } from "./limits.ts";
import { requestTemplate } from "./send.ts";
import {
  type KugouRetryOptions,
  resolveRetry,
  type RetryPolicy,
} from "./retry.ts";

/** How a {@linkcode KugouClient} makes its calls. */
export interface KugouClientOptions {
  /**
   * The access token of a signed-in user, or a function that fetches one.
   *
   * A function is asked once for each call, and once more within it when the
   * server says that the token is not valid. What it throws is passed on.
   *
   * @example A token that is fetched when it is needed
   * ```ts
   * import { KugouClient } from "@kugou-iot/client";
   *
   * const client = new KugouClient({
   *   accessToken: async () => await Promise.resolve("a-token"),
   * });
   * ```
   */
  accessToken: KugouAccessToken;
  /**
   * Where requests go: an https URL, or an http one on loopback. Redirects are
   * never followed.
   *
   * @default {KUGOU_ENDPOINT}
   */
  endpoint?: string | URL;
  /**
   * The longest that one attempt may take, headers and body, in milliseconds.
   *
   * @default {10_000}
   */
  timeoutMs?: number;
  /**
   * The longest that a call may take, with all its attempts and the waits
   * between them, in milliseconds. No wait is begun that it cannot pay for.
   *
   * @default {30_000}
   */
  totalTimeoutMs?: number;
  /**
   * How a call is sent again after a failure that may pass: network failures,
   * timeouts, HTTP 408, 429 and 5xx, and the codes that say so. `false` for
   * never.
   *
   * @default {{ limit: 2, baseDelayMs: 250, maxDelayMs: 4_000, maxRetryAfterMs: 20_000 }}
   */
  retry?: KugouRetryOptions | false;
  /**
   * What is called instead of the global `fetch`. It must obey `signal`.
   *
   * @default {globalThis.fetch}
   */
  fetch?: typeof fetch;
  /**
   * Is told about each attempt when it has ended. What it throws ends the call.
   */
  onAttempt?: (attempt: KugouAttempt) => void;
}

/** Options that were checked, with every default filled in. */
export interface Settings {
  readonly accessToken: KugouAccessToken;
  readonly endpoint: URL;
  readonly timeoutMs: number;
  readonly totalTimeoutMs: number;
  readonly retry: RetryPolicy;
  readonly fetch: typeof fetch;
  /** For the global `fetch`; one of the caller's own gets a URL and options. */
  readonly template: Request | null;
  readonly onAttempt: ((attempt: KugouAttempt) => void) | undefined;
}

/**
 * Checks options and fills in the defaults.
 *
 * @param options The options.
 * @returns The settings.
 * @throws {KugouInputError} If an option can never be right.
 */
export function resolveOptions(options: KugouClientOptions): Settings {
  const {
    accessToken,
    endpoint = KUGOU_ENDPOINT,
    timeoutMs = 10_000,
    totalTimeoutMs = 30_000,
    retry,
    fetch,
    onAttempt,
  } = options ?? {};
  const url = checkEndpoint(endpoint);
  return {
    accessToken: typeof accessToken === "function"
      ? accessToken
      : checkAccessToken(accessToken),
    endpoint: url,
    timeoutMs: checkMs("timeoutMs", timeoutMs, 1),
    totalTimeoutMs: checkMs("totalTimeoutMs", totalTimeoutMs, 1),
    retry: resolveRetry(retry),
    // Looked up now, so that nobody can take the token's way over later.
    fetch: checkFunction("fetch", fetch ?? globalThis.fetch),
    template: fetch === undefined ? requestTemplate(url) : null,
    onAttempt: onAttempt && checkFunction("onAttempt", onAttempt),
  };
}

function checkFunction<T>(field: string, value: T): T {
  if (typeof value === "function") return value;
  throw new KugouInputError(field, {
    reason: { en: "it is not a function", zh: "不是函数" },
    expected: { en: "a function", zh: "函数" },
    example: null,
  });
}
