/**
 * Refuses lookups that another site sends through a visitor's browser.
 *
 * @module
 */

import { isApi, isLookup } from "./api_path.ts";
import { ownOrigin } from "./origin.ts";

/**
 * Says whether a request may change or ask for anything.
 *
 * Browsers say where a request comes from in `Sec-Fetch-Site`, and those that
 * do not (old ones, and any over plain http) in `Origin`. As pages here send no
 * referrer, the `Origin` of their own forms is `null` then, which any site can
 * get, too: it is refused, with advice to use https.
 *
 * With neither header it was no browser. The API takes that, since it takes only
 * JSON, which no other site can send unasked; the form does not need to.
 *
 * @param request The request.
 * @param trustProxy How many proxies of one's own stand before the page.
 * @returns Whether to let it through.
 */
export function isOwnRequest(request: Request, trustProxy: number): boolean {
  if (request.method !== "POST") return true;
  const site = request.headers.get("sec-fetch-site");
  // "none" is the visitor's own doing, such as a reload.
  if (site !== null) return site === "same-origin" || site === "none";
  const origin = request.headers.get("origin");
  if (origin !== null) return origin === ownOrigin(request, trustProxy);
  return isLookup(request.url) || isApi(new URL(request.url));
}
