import { useState } from "preact/hooks";
import type { FormWords } from "../lib/i18n/web.ts";
import { useMounted } from "./use_mounted.ts";

interface CopyButtonProps {
  text: string;
  /** What is copied, for those who do not see what it stands beside. */
  of: string;
  words: FormWords;
}

/** Copies a text, and says that it did. */
export function CopyButton({ text, of, words }: CopyButtonProps) {
  const mounted = useMounted();
  const [said, setSaid] = useState<string | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(words.copied);
    } catch {
      // Over plain http there is no clipboard, and a visitor may forbid it.
      setSaid(words.copyFailed);
    }
    setTimeout(setSaid, 2000, null);
  };
  return (
    <button
      type="button"
      class={`copy${mounted ? "" : " waiting"}`}
      onClick={copy}
    >
      <span aria-live="polite">{said ?? words.copy}</span>
      <span class="unseen">{` ${of}`}</span>
    </button>
  );
}
