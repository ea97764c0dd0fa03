/**
 * Tells the page's own script, which wants the answer alone, from a browser that
 * wants a page.
 *
 * @module
 */

/**
 * Says whether the answer is wanted as JSON.
 *
 * @param request The request.
 * @returns Whether it is.
 */
export function wantsJson(request: Request): boolean {
  return request.headers.get("accept") === "application/json";
}
