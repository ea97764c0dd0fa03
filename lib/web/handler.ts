/**
 * What answers requests.
 *
 * @module
 */

/** What answers requests, as `Deno.serve` calls it. */
export type Handler = (
  request: Request,
  info?: Deno.ServeHandlerInfo,
) => Response | Promise<Response>;
