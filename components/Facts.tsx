import type { FormWords } from "../lib/i18n/web.ts";
import type { FactView } from "../lib/web/view_types.ts";
import { CopyButton } from "./CopyButton.tsx";

interface FactsProps {
  facts: readonly FactView[];
  words: FormWords;
}

/** Names and values. */
export function Facts({ facts, words }: FactsProps) {
  return (
    <dl class="facts">
      {facts.map(({ label, value, copy }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <span class="value">{value}</span>
            {copy && <CopyButton text={value} of={label} words={words} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}
