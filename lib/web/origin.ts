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
 * @param request The request.
 * @param trustProxy How many proxies of one's own stand before the page.
 * @returns The origin, such as `https://lookup.example`.
 */
export function ownOrigin(request: Request, trustProxy: number): string {
  const url = new URL(request.url);
  if (trustProxy === 0) return url.origin;
  const { headers } = request;
  const proto = trustedItem(headers.get("x-forwarded-proto"), trustProxy);
  const host = trustedItem(headers.get("x-forwarded-host"), trustProxy);
  if (proto === null && host === null) return url.origin;
  const scheme = proto === "https" || proto === "http"
    ? proto
    : url.protocol.slice(0, -1);
  return originOf(`${scheme}://${host ?? url.host}`) ?? url.origin;
}

/**
 * Says whether the visitor reaches the page over TLS.
 *
 * @param request The request.
 * @param trustProxy How many proxies of one's own stand before the page.
 * @returns Whether TLS ends here or at a proxy of one's own.
 */
export function isSecure(request: Request, trustProxy: number): boolean {
  const origin = trustProxy === 0
    ? request.url // it begins with its origin
    : ownOrigin(request, trustProxy);
  return origin.startsWith("https:");
}

function originOf(text: string): string | null {
  try {
    return new URL(text).origin;
  } catch {
    return null; // a host that cannot be
  }
}
