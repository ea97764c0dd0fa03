import type { FormWords } from "../lib/i18n/form_words.ts";
import { textOf } from "../lib/web/views/devices.ts";
import type { ResultView } from "../lib/web/views/types.ts";
import { CopyButton } from "./Facts.tsx";
import { withDevice } from "./links.ts";

interface ToolsProps {
  results: readonly ResultView[];
  words: FormWords;
}

/** What is taken along: the results for a ticket, and a link to their devices. */
export function Tools({ results, words }: ToolsProps) {
  const sent = results.filter(({ ticket }) => ticket);
  const devices = textOf(sent.map(({ deviceId }) => deviceId));
  return (
    <p class="tools">
      {sent.length > 0 && (
        <CopyButton
          text={words.copyTicket}
          value={() => sent.map(({ ticket }) => ticket).join("\n\n")}
          words={words}
        />
      )}
      {devices && (
        <CopyButton
          text={words.copyLink}
          value={() => withDevice(location.href, devices)}
          words={words}
        />
      )}
    </p>
  );
}
