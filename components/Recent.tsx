import type { FormWords } from "../lib/i18n/form_words.ts";
import type { Recent as RecentDevices } from "./use_recent.ts";

interface RecentProps {
  recent: RecentDevices;
  words: FormWords;
  onPick: (deviceId: string) => void;
}

/** The device ids that this browser remembers, or the offer to do so. */
export function Recent({ recent: { ids, turn }, words, onPick }: RecentProps) {
  return (
    <details class="recent live-only">
      <summary>{words.recent}</summary>
      <ul class="samples">
        {ids?.map((id) => (
          <li key={id}>
            <button type="button" onClick={() => onPick(id)}>{id}</button>
          </li>
        ))}
      </ul>
      <button type="button" onClick={() => turn(!ids)}>
        {ids ? words.recentForget : words.recentTurnOn}
      </button>
    </details>
  );
}
