import type { FormWords } from "../lib/i18n/form_words.ts";
import { ticketText } from "../lib/web/views/ticket.ts";
import type { ResultView } from "../lib/web/views/types.ts";
import { CopyButton } from "./Facts.tsx";
import { withDevice } from "./links.ts";

interface ToolsProps {
  result: ResultView;
  words: FormWords;
}

/** What is taken along: the result for a ticket, and a link to its device. */
export function Tools({ result, words }: ToolsProps) {
  const { deviceId, facts } = result;
  // Nothing was sent, so there is nothing to tell.
  if (facts.length === 0) return null;
  return (
    <p class="tools">
      <CopyButton
        text={words.copyTicket}
        value={() => ticketText(result, words)}
        words={words}
      />
      {deviceId && (
        <CopyButton
          text={words.copyLink}
          value={() => withDevice(location.href, deviceId)}
          words={words}
        />
      )}
    </p>
  );
}
