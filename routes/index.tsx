import { page } from "fresh";
import { Demo } from "../components/Demo.tsx";
import Lookup from "../islands/Lookup.tsx";
import { readBody } from "../lib/web/body.ts";
import { type FormLookup, readForm, wantsJson } from "../lib/web/form.ts";
import { lookUp } from "../lib/web/lookup.ts";
import { initOf } from "../lib/web/status.ts";
import { viewDemo } from "../lib/web/views/demo.ts";
import {
  showableId,
  viewLookup,
  viewOutcome,
} from "../lib/web/views/lookup.ts";
import { titleOf } from "../lib/web/views/types.ts";
import { define, type State } from "../utils.ts";

export const handler = define.handlers({
  /** Shows the form; a link may fill in the device id. */
  GET({ state, url }) {
    const deviceId = showableId(url.searchParams.get("deviceId"));
    state.deviceId = deviceId;
    return page(viewLookup(state, { deviceId, params: "" }, null));
  },

  /** Shows the answer beside the form. */
  async POST({ req, state }) {
    const body = await readBody(req, "application/x-www-form-urlencoded");
    const raw = withDemoToken(readForm(body), state);
    const outcome = await lookUp(raw, state.services.client, req.signal);
    const answer = viewOutcome(outcome, raw, state);
    const init = initOf(outcome);
    if (wantsJson(req)) return Response.json(answer, init);
    state.deviceId = answer.deviceId;
    state.title = titleOf(answer.result);
    return page(viewLookup(state, answer, answer.result), init);
  },
});

/** In a demo, no token means the sandbox's own. */
function withDemoToken(raw: FormLookup, { services: { demo } }: State) {
  return demo !== null && raw.accessToken === ""
    ? { ...raw, accessToken: demo.accessToken }
    : raw;
}

export default define.page<typeof handler>(({ data, state }) => (
  <>
    <div class="intro">
      <h1>{state.words.title}</h1>
      <p class="tagline">{state.words.tagline}</p>
    </div>
    {state.services.demo && (
      <Demo
        demo={viewDemo(state.services.demo, state)}
      />
    )}
    <Lookup {...data} />
  </>
));
