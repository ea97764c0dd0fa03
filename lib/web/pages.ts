/**
 * The lookup page: the form, and the answer on the same page.
 *
 * @module
 */

import { type Context, page } from "fresh";
import { readBody } from "./body.ts";
import { type RawLookup, readForm } from "./form.ts";
import { hideToken } from "./hide_token.ts";
import { lookUp, requestIdOf, retryAfterOf } from "./lookup.ts";
import {
  NOTHING_FILLED,
  refill,
  viewLookup,
  viewOutcome,
} from "./lookup_view.ts";
import type { Answer } from "./methods.ts";
import type { State } from "./state.ts";
import { statusHeaders, statusOf } from "./status.ts";
import type { LookupView } from "./view_types.ts";
import { wantsJson } from "./wants_json.ts";

/** Shows the form; a link may fill in the device id. */
export function showForm(ctx: Context<State>): Answer<LookupView> {
  const deviceId = ctx.url.searchParams.get("deviceId") ?? "";
  const filled = refill({ ...NOTHING_FILLED, accessToken: "", deviceId });
  ctx.state.deviceId = filled.deviceId;
  return page(viewLookup(ctx.state, filled, null));
}

/** Shows the answer to a lookup, beside the form. */
export async function answerForm(
  ctx: Context<State>,
): Promise<Answer<LookupView>> {
  const { state } = ctx;
  const raw = withDemoToken(
    readForm(await readBody(ctx.req, "application/x-www-form-urlencoded")),
    state,
  );
  const outcome = await lookUp(raw, state.services);
  const filled = hideToken(refill(raw), raw.accessToken);
  const result = hideToken(
    viewOutcome(outcome, filled.deviceId, state),
    raw.accessToken,
  );
  const status = statusOf(outcome);
  const headers = statusHeaders(status, retryAfterOf(outcome));
  state.kugouRequestId = requestIdOf(outcome);
  state.deviceId = filled.deviceId;
  if (wantsJson(ctx.req)) {
    return Response.json({ result, ...filled }, { status, headers });
  }
  state.title = result.kind === "answer" ? result.verdict.text : result.title;
  return page(viewLookup(state, filled, result), { status, headers });
}

/** In a demo, no token means the sandbox's own. */
function withDemoToken(raw: RawLookup, { services: { demo } }: State) {
  return demo !== null && raw.accessToken === ""
    ? { ...raw, accessToken: demo.accessToken }
    : raw;
}
