import type { WebWords } from "../i18n/web_words.ts";
import type { Language } from "../i18n/words.ts";
import type { Refusal } from "./refusal.ts";
import type { Services } from "./services.ts";

/** What is known about a request while it is answered. */
export interface State {
  /** What the page works with. */
  readonly services: Services;
  /** The id of this request, on its answer and in the log. */
  readonly requestId: string;
  /** Whether the visitor reaches the page over TLS. */
  readonly secure: boolean;
  /** The words in the visitor's language. */
  readonly words: WebWords;
  /** The language that the visitor chose by the switch, or `null`. */
  readonly chosen: Language | null;
  /** Counts a lookup of this visitor; gives why it may not be made. */
  readonly countLookup: () => Promise<Refusal | null>;
  /** What the page is about, for its title; a route sets it. */
  title: string | null;
  /** The device id that the page shows, for the language switch. */
  deviceId: string | null;
  /** What the page was filtered by, for the language switch. */
  filter: Readonly<Record<string, string>>;
}
