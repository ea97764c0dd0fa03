import type { AnyComponent } from "preact";
import type { Context, PageProps } from "./context.ts";

/** Data for the page component of a route, and how to answer with it. */
export interface PageResponse<Data> {
  data: Data;
  headers?: HeadersInit | undefined;
  status?: number | undefined;
}

/** Answers, or hands the request on with `ctx.next()`. */
export type MiddlewareFn<State> = (
  ctx: Context<State>,
) => Response | Promise<Response>;

type Answer<Data> = Response | PageResponse<Data>;

/** Handles a method of a route. */
export type HandlerFn<Data, State> = (
  ctx: Context<State>,
) => Answer<Data> | Promise<Answer<Data>>;

/** Handles each method of a route by its name. */
export type HandlerByMethod<Data, State> = {
  [Method in "GET" | "POST"]?: HandlerFn<Data, State>;
};

/** Types for what a route file exports. */
export interface Define<State> {
  handlers<Data, Handler extends HandlerByMethod<Data, State>>(
    it: Handler,
  ): Handler;
  page<
    // deno-lint-ignore no-explicit-any -- as Fresh has it, to infer Data from
    Handler extends HandlerByMethod<any, State> = never,
    Data = Handler extends HandlerByMethod<infer Data, State> ? Data : never,
    Page = AnyComponent<PageProps<Data, State>>,
  >(render: Page): Page;
}

/** Makes `define` for an app with this state. */
export function createDefine<State>(): Define<State> {
  return { handlers: (it) => it, page: (it) => it };
}

/** Answers with the page component of the route. */
export function page<Data>(
  data: Data,
  options?: { headers?: HeadersInit; status?: number },
): PageResponse<Data> {
  return { data, headers: options?.headers, status: options?.status };
}

/** Ends a request with a status. */
export class HttpError extends Error {
  override name = "HttpError";

  constructor(readonly status: number, message?: string) {
    super(message);
  }
}
