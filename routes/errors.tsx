import { page } from "fresh";
import { Reference } from "../components/Reference.tsx";
import { viewReference } from "../lib/web/reference_view.ts";
import { define } from "../utils.ts";

export const handler = define.handlers({
  GET({ state }) {
    state.title = state.words.reference.title;
    return page(viewReference(state.words));
  },
});

export default define.page<typeof handler>(({ data }) => (
  <Reference
    {...data}
  />
));
