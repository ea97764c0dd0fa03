import type { FormWords } from "../lib/i18n/form_words.ts";
import { useMounted } from "./use_mounted.ts";
import type { Recent as RecentDevices } from "./use_recent.ts";

interface RecentProps {
  recent: RecentDevices;
  words: FormWords;
  onPick: (deviceId: string) => void;
}

/** The device ids that this browser remembers, or the offer to do so. */
export function Recent({ recent: { ids, turn }, words, onPick }: RecentProps) {
  const mounted = useMounted();
  return (
    <details class={mounted ? "recent" : "recent waiting"}>
      <summary>{words.recent}</summary>
      {ids === null ? <p class="hint">{words.recentOff}</p> : (
        <>
          {ids.length === 0 && <p class="hint">{words.recentNone}</p>}
          <ul class="samples">
            {ids.map((id) => (
              <li key={id}>
                <button type="button" onClick={() => onPick(id)}>{id}</button>
              </li>
            ))}
          </ul>
        </>
      )}
      <button type="button" onClick={() => turn(ids === null)}>
        {ids === null ? words.recentTurnOn : words.recentForget}
      </button>
    </details>
  );
}
