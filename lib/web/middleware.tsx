/**
 * What every request goes through inside of Fresh.
 *
 * @module
 */

import { type Context, HttpError } from "fresh";
import { FailurePage } from "../../components/FailurePage.tsx";
import { admit } from "./admit.ts";
import { refuseInJson } from "./api.ts";
import { isApi } from "./api_path.ts";
import { handState } from "./enter.ts";
import { linkTo } from "./links.ts";
import { Refusal } from "./refusal.ts";
import { viewRefusal } from "./refusal_view.ts";
import type { State } from "./state.ts";
import { statusHeaders } from "./status.ts";
import { wantsJson } from "./wants_json.ts";

/** What Fresh takes for a middleware. */
type Middleware = (ctx: Context<State>) => Response | Promise<Response>;

/** Gives a request the state that the guard has made. */
export function prepare(ctx: Context<State>): Promise<Response> {
  handState(ctx.req, ctx.state);
  return ctx.next();
}

/**
 * Spares the API what is for pages and their files alone.
 *
 * @param middleware The middleware.
 * @returns A middleware that hands on what is for the API.
 */
export function forPages(middleware: Middleware): Middleware {
  return (ctx) => isApi(ctx.url) ? ctx.next() : middleware(ctx);
}

/**
 * Answers with a page of ours where anything is refused or breaks. In here,
 * since Fresh shows its error pages outside of the middlewares, without the
 * headers that they set.
 */
export async function recover(ctx: Context<State>): Promise<Response> {
  try {
    await admit(ctx);
    return await ctx.next();
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal.status === 500) {
      ctx.state.services.onBug(error, ctx.state.requestId);
    }
    return await show(refusal, ctx);
  }
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const isNotFound = error instanceof HttpError && error.status === 404;
  return new Refusal(isNotFound ? 404 : 500);
}

async function show(refusal: Refusal, ctx: Context<State>): Promise<Response> {
  if (isApi(ctx.url)) return refuseInJson(refusal, ctx.state);
  const { words, chosen, requestId } = ctx.state;
  const { status, retryAfterMs } = refusal;
  const headers = statusHeaders(status, retryAfterMs);
  const view = viewRefusal(refusal, requestId, { words, chosen });
  if (wantsJson(ctx.req)) {
    return Response.json({ result: view }, { status, headers });
  }
  ctx.state.title = view.title;
  const home = { href: linkTo("/", chosen), text: words.home };
  return await ctx.render(
    <FailurePage view={view} words={words.form} home={home} />,
    { status, headers },
  );
}
