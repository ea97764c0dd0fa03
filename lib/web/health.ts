/**
 * Says that the page is up. Asks nobody, so that a load balancer does not take
 * a page away for what is wrong elsewhere.
 *
 * @module
 */

/** Answers `GET /healthz`. */
export function showHealth(): Response {
  return Response.json({ status: "ok" });
}
