import { page } from "fresh";
import Lookup from "../islands/Lookup.tsx";
import { readBody } from "../lib/web/body.ts";
import { type RawLookup, readForm, wantsJson } from "../lib/web/form.ts";
import { hideToken } from "../lib/web/hide_token.ts";
import { lookUp } from "../lib/web/lookup.ts";
import {
  NOTHING_FILLED,
  refill,
  viewLookup,
  viewOutcome,
} from "../lib/web/lookup_view.ts";
import { initOf } from "../lib/web/status.ts";
import { define, type State } from "../utils.ts";

export const handler = define.handlers({
  /** Shows the form; a link may fill in the device id. */
  GET({ state, url }) {
    const deviceId = url.searchParams.get("deviceId") ?? "";
    const filled = refill({ ...NOTHING_FILLED, accessToken: "", deviceId });
    state.deviceId = filled.deviceId;
    return page(viewLookup(state, filled, null));
  },

  /** Shows the answer beside the form. */
  async POST({ req, state }) {
    const body = await readBody(req, "application/x-www-form-urlencoded");
    const raw = withDemoToken(readForm(body), state);
    const outcome = await lookUp(raw, state.services.client, req.signal);
    const filled = hideToken(refill(raw), raw.accessToken);
    const view = viewOutcome(outcome, filled.deviceId, state);
    const result = hideToken(view, raw.accessToken);
    const init = initOf(outcome);
    if (wantsJson(req)) return Response.json({ result, ...filled }, init);
    state.deviceId = filled.deviceId;
    state.title = result.kind === "answer" ? result.verdict.text : result.title;
    return page(viewLookup(state, filled, result), init);
  },
});

/** In a demo, no token means the sandbox's own. */
function withDemoToken(raw: RawLookup, { services: { demo } }: State) {
  return demo !== null && raw.accessToken === ""
    ? { ...raw, accessToken: demo.accessToken }
    : raw;
}

export default define.page<typeof handler>(({ data, state: { words } }) => (
  <>
    <div class="intro">
      <h1>{words.title}</h1>
      <p class="tagline">{words.tagline}</p>
    </div>
    <Lookup {...data} />
  </>
));
