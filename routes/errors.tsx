import { page } from "fresh";
import { Reference } from "../components/Reference.tsx";
import { byMethod } from "../lib/web/methods.ts";
import { viewReference } from "../lib/web/reference_view.ts";
import { define } from "../utils.ts";

export const handler = define.handlers(byMethod({
  GET: ({ state }) => {
    state.title = state.words.reference.title;
    return page(viewReference(state.words));
  },
}));

export default define.page<typeof handler>(({ data }) => (
  <Reference
    {...data}
  />
));
