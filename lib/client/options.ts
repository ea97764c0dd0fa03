/** The options of a client. */

import { checkFunction, checkMs } from "./checks.ts";
import type { LocalizedText } from "./error_codes.ts";
import { type KugouError, KugouInputError } from "./errors.ts";
import { checkDirect } from "./proxy.ts";
import {
  type KugouRetryOptions,
  resolveRetry,
  type RetryPolicy,
} from "./retry.ts";
import { checkAccessToken, type KugouAccessToken } from "./token.ts";

/** How a {@linkcode KugouClient} makes its calls. */
export interface KugouClientOptions {
  /**
   * The access token of a signed-in user, or a function that fetches one.
   *
   * A function is asked once for each call, with `null`, and once more within
   * it when the server says that the token is not valid, with the token that
   * was refused. What it throws is passed on.
   *
   * @example A token that is kept until the server refuses it
   * ```ts
   * import { KugouClient } from "@kugou-iot/client";
   *
   * const fetchToken = async () => await Promise.resolve("a-token");
   *
   * let token = await fetchToken();
   * const client = new KugouClient({
   *   async accessToken(refused) {
   *     if (refused === token) token = await fetchToken();
   *     return token;
   *   },
   * });
   * ```
   */
  accessToken: KugouAccessToken;
  /**
   * Where requests go: an https URL, or an http one on loopback. Redirects are
   * never followed.
   *
   * Where `HTTP_PROXY` is set, `NO_PROXY` must name the host of an http URL:
   * most runtimes send requests to this machine through the proxy too, which
   * would see the token. Bun and Node.js are kept from it by an error; Deno does
   * not tell a client of its environment.
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
   * What is called instead of the global `fetch`, for example one that goes
   * through a proxy or trusts a CA of your own. It must obey `signal`.
   *
   * @default {globalThis.fetch}
   */
  fetch?: typeof fetch;
  /**
   * Is told about each attempt when it has ended. What it throws ends the call.
   */
  onAttempt?: (attempt: KugouAttempt) => void;
}

/** One attempt of a call, after it has ended. */
export interface KugouAttempt {
  /** Which attempt of the call it was, from 1. */
  readonly number: number;
  /** The request id that was sent. */
  readonly requestId: string;
  /** The request id that the server answered with, or `null`. */
  readonly serverRequestId: string | null;
  /** The HTTP status, or `null` if no answer came. */
  readonly status: number | null;
  /** How long the attempt took, in milliseconds. */
  readonly durationMs: number;
  /** What went wrong, or `null` if the attempt succeeded. */
  readonly error: KugouError | null;
  /** The wait before the next attempt, or `null` if this was the last. */
  readonly retryInMs: number | null;
}

/** Options that were checked, with every default filled in. */
export interface Settings {
  readonly accessToken: KugouAccessToken;
  readonly endpoint: URL;
  readonly timeoutMs: number;
  readonly totalTimeoutMs: number;
  readonly retry: RetryPolicy;
  readonly fetch: typeof fetch;
  readonly onAttempt: (attempt: KugouAttempt) => void;
}

/** Checks options and fills in the defaults. */
export function resolveOptions(options: KugouClientOptions): Settings {
  const {
    accessToken,
    endpoint = KUGOU_ENDPOINT,
    timeoutMs = 10_000,
    totalTimeoutMs = 30_000,
    retry,
    fetch = globalThis.fetch,
    onAttempt = () => {},
  } = options ?? {};
  const url = checkEndpoint(endpoint);
  if (fetch === globalThis.fetch) checkDirect(url);
  return {
    accessToken: typeof accessToken === "function"
      ? accessToken
      : checkAccessToken(accessToken),
    endpoint: url,
    timeoutMs: checkMs("timeoutMs", timeoutMs, 1),
    totalTimeoutMs: checkMs("totalTimeoutMs", totalTimeoutMs, 1),
    retry: resolveRetry(retry),
    fetch: checkFunction("fetch", fetch),
    onAttempt: checkFunction("onAttempt", onAttempt),
  };
}

/**
 * The production endpoint, from Tencent Cloud's document 1081/60575.
 *
 * @example The one host that needs a network permission
 * ```ts
 * import { KUGOU_ENDPOINT } from "@kugou-iot/client";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(new URL(KUGOU_ENDPOINT).host, "iot.cloud.tencent.com");
 * ```
 */
export const KUGOU_ENDPOINT =
  "https://iot.cloud.tencent.com/api/exploreropen/tokenapi" as const;

/**
 * Checks that a URL may be given a token: https anywhere, http on this
 * machine only, and no credentials or fragment.
 *
 * @param endpoint The URL.
 * @returns The URL, parsed.
 * @throws {KugouInputError} If a token must not go there.
 *
 * @example Refuse an endpoint before a client is made for it
 * ```ts
 * import { checkEndpoint, KugouInputError } from "@kugou-iot/client";
 * import { assertThrows } from "@std/assert";
 *
 * assertThrows(() => checkEndpoint("http://example.com/"), KugouInputError);
 * ```
 */
export function checkEndpoint(endpoint: unknown): URL {
  const url = parseUrl(endpoint);
  const reason = url === null ? NOT_A_URL : reasonAgainst(url);
  if (url === null || reason !== null) {
    throw new KugouInputError("endpoint", {
      reason: reason ?? NOT_A_URL,
      expected: {
        en: "an https URL, or an http one on loopback",
        zh: "https 网址；http 仅限本机回环地址",
      },
      example: KUGOU_ENDPOINT,
    });
  }
  return url;
}

function parseUrl(endpoint: unknown): URL | null {
  if (endpoint instanceof URL) return new URL(endpoint);
  if (typeof endpoint !== "string") return null;
  try {
    return new URL(endpoint);
  } catch {
    return null;
  }
}

function reasonAgainst(url: URL): LocalizedText | null {
  if (url.username !== "" || url.password !== "") return CREDENTIALS;
  if (url.hash !== "") return FRAGMENT;
  if (url.protocol === "https:") return null;
  if (url.protocol !== "http:") return NOT_HTTPS;
  return isLoopback(url.hostname) ? null : NOT_HTTPS;
}

/** The URL parser has already written every form of an address in one way. */
function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" ||
    /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

const NOT_A_URL: LocalizedText = { en: "it is not a URL", zh: "不是网址" };
const CREDENTIALS: LocalizedText = {
  en: "it has a user name or password in it",
  zh: "网址中含有用户名或密码",
};
const FRAGMENT: LocalizedText = {
  en: "it has a fragment (#…), which is never sent",
  zh: "含有片段（#…），片段不会被发送",
};
const NOT_HTTPS: LocalizedText = {
  en: "it would send the access token unencrypted",
  zh: "会以明文发送访问令牌",
};
