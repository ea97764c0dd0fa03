import { readBody } from "../../lib/web/body.ts";
import { readJson } from "../../lib/web/form.ts";
import { hideToken } from "../../lib/web/hide_token.ts";
import { lookUp, outcomeJson } from "../../lib/web/lookup.ts";
import { initOf } from "../../lib/web/status.ts";
import { define } from "../../utils.ts";

export const handler = define.handlers({
  async POST({ req, state }) {
    const raw = readJson(await readBody(req, "application/json"));
    const outcome = await lookUp(raw, state.services.client, req.signal);
    const json = hideToken(outcomeJson(outcome), raw.accessToken);
    return Response.json(json, initOf(outcome));
  },
});
