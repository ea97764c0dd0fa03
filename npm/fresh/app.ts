import { h } from "preact";
import type { Loaded, Route } from "./build.ts";
import { Context } from "./context.ts";
import { HttpError, type MiddlewareFn, type PageResponse } from "./define.ts";

const ADDRESS = { transport: "tcp", hostname: "localhost", port: 1234 };
const INFO = { remoteAddr: ADDRESS } as unknown as Deno.ServeHandlerInfo;

/** Hands an app what `Builder` built. */
export let setBuild: <State>(app: App<State>, build: Loaded) => void;

/** An app of middlewares and file routes. */
export class App<State> {
  #middlewares: MiddlewareFn<State>[] = [];
  #build!: Loaded;

  static {
    setBuild = (app, build) => app.#build = build;
  }

  /** Adds middlewares, for every path. */
  use(...middlewares: MiddlewareFn<State>[]): this {
    this.#middlewares.push(...middlewares);
    return this;
  }

  /** Says that the routes of `routes/` come last, where they are anyway. */
  fsRoutes(): this {
    return this;
  }

  /** Makes what answers requests. */
  handler(): (req: Request, info?: Deno.ServeHandlerInfo) => Promise<Response> {
    return async (req, info = INFO) => {
      const url = new URL(req.url);
      url.pathname = url.pathname.replace(/\/+/g, "/");
      const path = url.pathname.replace(/(?<=.)\/$/, "");
      const route = this.#build.routes.get(path);
      const ctx = new Context<State>(
        ...[req, url, info, route ? path : null, this.#build] as const,
      );
      try {
        const response = await this.#run(ctx, route, 0);
        return req.method === "HEAD" ? new Response(null, response) : response;
      } catch (error) {
        const status = error instanceof HttpError ? error.status : 500;
        // deno-lint-ignore no-console -- as in Fresh, for nothing caught it
        if (status >= 500) console.error(error);
        return new Response(null, { status });
      }
    };
  }

  async #run(
    ctx: Context<State>,
    route: Route | undefined,
    index: number,
  ): Promise<Response> {
    const middleware = this.#middlewares[index];
    if (!middleware) return await runRoute(ctx, route);
    ctx.next = () => this.#run(ctx, route, index + 1);
    return await middleware(ctx);
  }
}

async function runRoute<State>(ctx: Context<State>, route: Route | undefined) {
  if (!route) throw new HttpError(404);
  const { default: page, handler } = route;
  const method = ctx.req.method === "HEAD" ? "GET" : ctx.req.method;
  const handle = handler
    ? handler[method as "GET" | "POST"]
    : (): PageResponse<unknown> => ({ data: {} });
  if (!handle) throw new HttpError(404);
  const answer = await handle(ctx);
  if (answer instanceof Response) return answer;
  const { data, headers = {}, status = 200 } = answer;
  const vnode = page ? h(page, { ...ctx, data }) : null;
  return await ctx.render(vnode, { status, headers });
}
