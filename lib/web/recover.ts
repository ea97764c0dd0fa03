import { type Context, HttpError } from "fresh";
import { type FunctionComponent, h } from "preact";
import { type FormWords, formWords } from "../i18n/form_words.ts";
import { wantsJson } from "./form.ts";
import { Refusal, refusalJson } from "./refusal.ts";
import type { State } from "./state.ts";
import { statusHeaders } from "./status.ts";
import { viewRefusal } from "./views/failure.ts";
import { linkTo } from "./views/links.ts";
import type { FailureView } from "./views/types.ts";

/** What nginx calls a request that its client gave up; nobody reads the answer. */
const GIVEN_UP = 499;

/** Shows what went wrong, and the way home. */
type FailurePage = FunctionComponent<{
  view: FailureView;
  words: FormWords;
  home: { href: string; text: string };
}>;

/**
 * Answers with a page of ours where anything is refused or breaks. Fresh shows
 * its own error pages outside of the middlewares, without their headers.
 */
export function recover(page: FailurePage) {
  return async (ctx: Context<State>): Promise<Response> => {
    try {
      return await ctx.next();
    } catch (error) {
      if (ctx.req.signal.aborted) {
        return new Response(null, { status: GIVEN_UP });
      }
      const refusal = refusalOf(error);
      const { services, requestId } = ctx.state;
      if (refusal.status === 500) services.onBug(error, requestId);
      return await show(refusal, ctx, page);
    }
  };
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const isNotFound = error instanceof HttpError && error.status === 404;
  return new Refusal(isNotFound ? 404 : 500);
}

async function show(
  refusal: Refusal,
  ctx: Context<State>,
  page: FailurePage,
): Promise<Response> {
  const { status, retryAfterMs, allow } = refusal;
  const { words, chosen } = ctx.state;
  const headers = statusHeaders(status, retryAfterMs);
  if (allow !== null) headers["allow"] = allow;
  if (ctx.url.pathname.startsWith("/api/")) {
    const error = refusalJson(refusal, ctx.state);
    return Response.json({ error }, { status, headers });
  }
  const view = viewRefusal(refusal, ctx.state);
  if (wantsJson(ctx.req)) {
    return Response.json({ result: view }, { status, headers });
  }
  ctx.state.title = view.title;
  const home = { href: linkTo("/", chosen), text: words.home };
  return await ctx.render(
    h(page, { view, words: formWords(words.language), home }),
    { status, headers },
  );
}
