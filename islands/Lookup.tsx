import { Answer } from "../components/Answer.tsx";
import { Failure } from "../components/Failure.tsx";
import { FORM_ID, LookupForm } from "../components/LookupForm.tsx";
import { Rows } from "../components/Rows.tsx";
import { useLookup } from "../components/use_lookup.ts";
import { useMounted } from "../components/use_mounted.ts";
import { formWords } from "../lib/i18n/form_words.ts";
import type { LookupView } from "../lib/web/views/types.ts";

/**
 * The form and what came of it. The server renders both; in the browser, the
 * form is sent without leaving the page.
 */
export default function Lookup(view: LookupView) {
  const { language } = view;
  const words = formWords(language);
  const lookup = useLookup(view, words);
  const live = useMounted();
  const { phase, rows } = lookup;
  const [first] = rows;
  return (
    <div class={live ? "lookup live" : "lookup"}>
      <LookupForm view={view} words={words} lookup={lookup} live={live} />
      <div
        class="panel result"
        aria-busy={`${phase === "pending"}`}
      >
        {first === undefined
          ? (
            <div class="empty">
              <h2>{words.emptyTitle}</h2>
              <p class="hint">
                {phase === "cancelled" ? words.cancelled : words.emptyText}
              </p>
            </div>
          )
          : rows.length > 1
          ? (
            <Rows
              rows={rows}
              words={words}
              language={language}
              onRetry={lookup.retry}
            />
          )
          : first.result === null
          ? <Outline />
          : first.result.kind === "answer"
          ? (
            <Answer
              id="result"
              answer={first.result}
              words={words}
              language={language}
            />
          )
          : (
            <Failure
              id="result"
              failure={first.result}
              words={words}
              form={FORM_ID}
            />
          )}
      </div>
    </div>
  );
}

/** The shape of an answer, while it comes. */
function Outline() {
  return (
    <div class="outline" aria-hidden="true">
      <div class="profile">
        <span class="avatar" />
        <div>
          <span class="line wide" />
          <span class="line" />
        </div>
        <span class="verdict" />
      </div>
      <div class="memberships">
        <span class="membership" />
        <span class="membership" />
        <span class="membership" />
      </div>
      <div class="lines">
        <span class="line" />
        <span class="line wide" />
        <span class="line" />
        <span class="line wide" />
      </div>
    </div>
  );
}
