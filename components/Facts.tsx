import { useState } from "preact/hooks";
import type { FormWords } from "../lib/i18n/form_words.ts";
import type { FactView } from "../lib/web/views/types.ts";

interface FactsProps {
  facts: readonly FactView[];
  words: FormWords;
}

/** Names and values. */
export function Facts({ facts, words }: FactsProps) {
  return (
    <dl class="facts">
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>
            <span class="value">{fact.value}</span>
            {fact.copy && <CopyButton {...fact} words={words} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface CopyButtonProps {
  /** What is copied, for those who do not see what it stands beside. */
  label?: string;
  /** What the button says. */
  text?: string;
  value: string | (() => string);
  words: FormWords;
}

/** Copies a text, and says that it did. */
export function CopyButton(
  { label = "", value, words, text = words.copy }: CopyButtonProps,
) {
  const [said, setSaid] = useState("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(
        typeof value === "string" ? value : value(),
      );
      setSaid(words.copied);
    } catch {
      // Over plain http there is no clipboard, and a visitor may forbid it.
      setSaid(words.copyFailed);
    }
    setTimeout(setSaid, 2000, "");
  };
  return (
    <>
      <button
        type="button"
        class="copy live-only"
        onClick={copy}
      >
        {said || text}
        {label && <span class="unseen">{` ${label}`}</span>}
      </button>
      {/* Apart from the button, whose own words come back unannounced. */}
      <span class="unseen" role="status">{said}</span>
    </>
  );
}
