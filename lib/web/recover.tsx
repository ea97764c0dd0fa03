import { type Context, HttpError } from "fresh";
import { FailurePage } from "../../components/Failure.tsx";
import { formWords } from "../i18n/form_words.ts";
import { wantsJson } from "./form.ts";
import { Refusal, refusalJson } from "./refusal.ts";
import type { State } from "./state.ts";
import { statusHeaders } from "./status.ts";
import { viewRefusal } from "./views/failure.ts";
import { linkTo } from "./views/links.ts";

/** What nginx calls a request that its client gave up; nobody reads the answer. */
const GIVEN_UP = 499;

/**
 * Answers with a page of ours where anything is refused or breaks. Fresh shows
 * its own error pages outside of the middlewares, without their headers.
 */
export async function recover(ctx: Context<State>): Promise<Response> {
  try {
    return await ctx.next();
  } catch (error) {
    if (ctx.req.signal.aborted) return new Response(null, { status: GIVEN_UP });
    const refusal = refusalOf(error);
    const { services, requestId } = ctx.state;
    if (refusal.status === 500) services.onBug(error, requestId);
    return await show(refusal, ctx);
  }
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const isNotFound = error instanceof HttpError && error.status === 404;
  return new Refusal(isNotFound ? 404 : 500);
}

async function show(refusal: Refusal, ctx: Context<State>): Promise<Response> {
  const { status, retryAfterMs, allow } = refusal;
  const { words, chosen, requestId } = ctx.state;
  const headers = statusHeaders(status, retryAfterMs);
  if (allow !== null) headers["allow"] = allow;
  if (ctx.url.pathname.startsWith("/api/")) {
    const error = refusalJson(refusal, ctx.state);
    return Response.json({ error }, { status, headers });
  }
  const view = viewRefusal(refusal, requestId, words);
  if (wantsJson(ctx.req)) {
    return Response.json({ result: view }, { status, headers });
  }
  ctx.state.title = view.title;
  const home = { href: linkTo("/", chosen), text: words.home };
  return await ctx.render(
    <FailurePage view={view} words={formWords(words.language)} home={home} />,
    { status, headers },
  );
}
