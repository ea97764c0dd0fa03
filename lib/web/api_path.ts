/**
 * Tells what is for programs from the pages.
 *
 * @module
 */

/**
 * Says whether a URL is one of the API, which answers in JSON alone.
 *
 * @param url The URL.
 * @returns Whether it is.
 */
export function isApi(url: URL): boolean {
  return url.pathname.startsWith("/api/");
}
