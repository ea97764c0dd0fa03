/** Stands in for `fresh`: what our routes ask of it, on Preact; see README.md. */

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
