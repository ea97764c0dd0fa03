import { page } from "fresh";
import { Reference } from "../components/Reference.tsx";
import { linkedDevices } from "../lib/web/views/lookup.ts";
import { readFilter, viewReference } from "../lib/web/views/reference.ts";
import { define } from "../utils.ts";

export const handler = define.handlers({
  GET({ state, url }) {
    const filter = readFilter(url.searchParams);
    state.title = state.words.errors;
    // On the way back to the lookup.
    state.deviceId = linkedDevices(url.searchParams.get("deviceId"));
    state.filter = { ...filter };
    return page(viewReference(filter, state));
  },
});

export default define.page<typeof handler>(({ data }) => (
  <Reference
    {...data}
  />
));
