import { page } from "fresh";
import { Demo } from "../components/Demo.tsx";
import Lookup from "../islands/Lookup.tsx";
import { readBody } from "../lib/web/body.ts";
import { type FormLookup, readForm, wantsJson } from "../lib/web/form.ts";
import { hideToken } from "../lib/web/hide_token.ts";
import { lookUpRows } from "../lib/web/lookup_rows.ts";
import { viewDemo } from "../lib/web/views/demo.ts";
import {
  linkedDevices,
  viewLookup,
  viewTitle,
} from "../lib/web/views/lookup.ts";
import { define, type State } from "../utils.ts";

export const handler = define.handlers({
  /** Shows the form; a link may fill in the devices. */
  GET({ state, url }) {
    const deviceId = linkedDevices(url.searchParams.get("deviceId"));
    state.deviceId = deviceId;
    return page(viewLookup(state, { deviceId }));
  },

  /** Shows the answers beside the form. */
  async POST({ req, state }) {
    const body = await readBody(req, "application/x-www-form-urlencoded");
    const form = withDemoToken(readForm(body), state);
    const { rows, init } = await lookUpRows(form, state, req.signal);
    // The page's own script asks for one device at a time.
    if (wantsJson(req)) return Response.json(rows[0], init);
    const params = hideToken(form.paramsText, form.accessToken);
    const view = viewLookup(state, { params, rows });
    state.deviceId = view.deviceId;
    state.title = viewTitle(rows, state);
    return page(view, init);
  },
});

/** In a demo, no token means the sandbox's own. */
function withDemoToken(form: FormLookup, { services: { demo } }: State) {
  return demo !== null && form.accessToken === ""
    ? { ...form, accessToken: demo.accessToken }
    : form;
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
