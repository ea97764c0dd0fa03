import Lookup from "../islands/Lookup.tsx";
import { byMethod } from "../lib/web/methods.ts";
import { answerForm, showForm } from "../lib/web/pages.ts";
import { define } from "../utils.ts";

export const handler = define.handlers(
  byMethod({ GET: showForm, POST: answerForm }),
);

export default define.page<typeof handler>(({ data, state: { words } }) => (
  <>
    <div class="intro">
      <h1>{words.title}</h1>
      <p class="tagline">{words.tagline}</p>
    </div>
    <Lookup {...data} />
  </>
));
