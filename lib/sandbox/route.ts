/**
 * The one path and method that the endpoint has.
 *
 * @module
 */

import { statusPage } from "./html.ts";

/** The path of the endpoint. */
export const ENDPOINT_PATH = "/api/exploreropen/tokenapi";

/**
 * The page for a request to anything but the endpoint, `null` for one to it. A
 * query is welcome: Tencent's SDK sends one.
 */
export function refuseRoute(request: Request): Response | null {
  if (new URL(request.url).pathname !== ENDPOINT_PATH) return statusPage(404);
  if (request.method !== "POST") return statusPage(405, { allow: "POST" });
  return null;
}
