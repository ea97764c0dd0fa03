/**
 * Where a request goes.
 *
 * @module
 */

import type { LocalizedText } from "./error_info.ts";
import { KugouInputError } from "./input_error.ts";

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
