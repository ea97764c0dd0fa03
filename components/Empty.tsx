import type { FormWords } from "../lib/i18n/web.ts";
import type { Lookup } from "./use_lookup.ts";

interface EmptyProps {
  words: FormWords;
  phase: Lookup["phase"];
}

/** The outline of an answer, before there is one and while it comes. */
export function Empty({ words, phase }: EmptyProps) {
  const pending = phase === "pending";
  return (
    <div class={`empty${pending ? " pending" : ""}`}>
      <div class="profile" aria-hidden="true">
        <span class="avatar" />
        <div>
          <span class="line wide" />
          <span class="line" />
        </div>
      </div>
      <div class="memberships" aria-hidden="true">
        <span class="membership" />
        <span class="membership" />
        <span class="membership" />
      </div>
      <div class="words">
        <h2>{pending ? words.pending : words.emptyTitle}</h2>
        <p class="hint">
          {phase === "cancelled" ? words.cancelled : words.emptyText}
        </p>
      </div>
      <div class="lines" aria-hidden="true">
        <span class="line" />
        <span class="line wide" />
        <span class="line" />
        <span class="line wide" />
      </div>
    </div>
  );
}
