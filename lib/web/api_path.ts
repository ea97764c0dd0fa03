/**
 * Tells what is for programs from the pages.
 *
 * @module
 */

/** Where programs look users up. */
const LOOKUP = "/api/user-info";

/**
 * Says whether a URL is one of the API, which answers in JSON alone.
 *
 * @param url The URL.
 * @returns Whether it is.
 */
export function isApi(url: URL): boolean {
  return url.pathname.startsWith("/api/");
}

/**
 * Says whether a URL has the path of lookups and nothing after it, as nearly
 * all of the API have. It is quicker to see than to parse the URL.
 *
 * @param url The URL of a request.
 * @returns Whether it has; `false` too where only a parser could tell.
 */
export function isLookup(url: string): boolean {
  if (!url.endsWith(LOOKUP)) return false;
  const hostAt = url.indexOf("//") + 2;
  return url.indexOf("/", hostAt) === url.length - LOOKUP.length;
}
