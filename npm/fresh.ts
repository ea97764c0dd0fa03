/**
 * Stands in for `fresh`: middlewares, then pages by their paths, rendered by
 * Preact on the server. It has what our routes ask: no parameters in paths, no
 * layouts, no partials, one function that handles all methods of a route.
 *
 * @module
 */

export { App } from "./fresh/app.ts";
export type { Context, PageProps } from "./fresh/context.ts";
export {
  createDefine,
  type Define,
  type HandlerFn,
  HttpError,
  type MiddlewareFn,
  page,
  type PageResponse,
} from "./fresh/define.ts";
export { csp, staticFiles } from "./fresh/middlewares.ts";
