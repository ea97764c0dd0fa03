import { Answer } from "../components/Answer.tsx";
import { Failure } from "../components/Failure.tsx";
import { FORM_ID, LookupForm } from "../components/LookupForm.tsx";
import { useLookup } from "../components/use_lookup.ts";
import { formWords } from "../lib/i18n/form_words.ts";
import type { LookupView } from "../lib/web/views/types.ts";

/**
 * The form and the answer. The server renders both; in the browser, the form is
 * sent without leaving the page.
 */
export default function Lookup(view: LookupView) {
  const { language } = view;
  const words = formWords(language);
  const lookup = useLookup(view, words);
  const { phase, result } = lookup;
  const pending = phase === "pending";
  return (
    <div class="lookup">
      <LookupForm view={view} words={words} lookup={lookup} />
      <div class="panel result" aria-busy={pending ? "true" : "false"}>
        {pending ? <Outline /> : result === null
          ? (
            <div class="empty">
              <h2>{words.emptyTitle}</h2>
              <p class="hint">
                {phase === "cancelled" ? words.cancelled : words.emptyText}
              </p>
            </div>
          )
          : result.kind === "answer"
          ? <Answer answer={result} words={words} language={language} />
          : <Failure failure={result} words={words} form={FORM_ID} />}
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
