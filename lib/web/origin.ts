/**
 * The origin under which a visitor sees the page.
 *
 * @module
 */

import { trustedItem } from "./client_address.ts";

/**
 * Finds the origin of the page as the browser knows it: a proxy that ends TLS
 * talks plain http to us, and may have changed the host.
 *
 * @param url The URL of the request.
 * @param headers Its headers.
 * @param trustProxy How many proxies of one's own stand before the page.
 * @returns The origin, such as `https://lookup.example`.
 */
export function ownOrigin(
  url: URL,
  headers: Headers,
  trustProxy: number,
): string {
  if (trustProxy === 0) return url.origin;
  const proto = trustedItem(headers.get("x-forwarded-proto"), trustProxy);
  const host = trustedItem(headers.get("x-forwarded-host"), trustProxy);
  if (proto === null && host === null) return url.origin;
  const scheme = proto === "https" || proto === "http"
    ? proto
    : url.protocol.slice(0, -1);
  return originOf(`${scheme}://${host ?? url.host}`) ?? url.origin;
}

function originOf(text: string): string | null {
  try {
    return new URL(text).origin;
  } catch {
    return null; // a host that cannot be
  }
}
