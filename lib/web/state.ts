/**
 * What is known about a request while it is answered.
 *
 * @module
 */

import { type Language, type WebWords, webWords } from "../i18n/web.ts";
import type { HeaderFacts } from "./headers.ts";
import { chooseLanguage } from "./language.ts";
import { isSecure } from "./origin.ts";
import type { Services } from "./services.ts";

/** What an answer is made of. Fresh's context of a request is one, too. */
export interface Ask<T extends LookupState = State> {
  /** The request. */
  readonly req: Request;
  /** Where it came from. */
  readonly info: Deno.ServeHandlerInfo;
  /** What is known about it. */
  readonly state: T;
}

/** What is known about a lookup of a program while it is answered. */
export interface LookupState extends HeaderFacts {
  /** What the page works with. */
  readonly services: Services;
  /** The words in the visitor's language. */
  readonly words: WebWords;
  /** The request id that was sent to the endpoint last, or `null`. */
  kugouRequestId: string | null;
  /** The answer, if it was made with every header that it must carry. */
  sealed: Response | null;
}

/** What is known about a request while it is answered. */
export interface State extends LookupState {
  /** The URL that was asked for, as it came in. */
  readonly url: URL;
  /** The language that the visitor chose by the switch, or `null`. */
  readonly chosen: Language | null;
  /** What the page is about, for its title; a route sets it. */
  title: string | null;
  /** The device id that the page shows, for the language switch. */
  deviceId: string | null;
}

/**
 * Makes the state of a request.
 *
 * @param request The request.
 * @param services What the page works with.
 * @param requestId The id of this request.
 * @returns The state.
 */
export function makeState(
  request: Request,
  services: Services,
  requestId: string,
): State {
  const url = new URL(request.url);
  // The search parameters take longer to make than all the rest.
  const asked = url.search === "" ? null : url.searchParams.get("lang");
  const accept = request.headers.get("accept-language");
  const language = chooseLanguage(asked, accept);
  return {
    services,
    requestId,
    url,
    secure: isSecure(request, services.trustProxy),
    words: webWords(language),
    chosen: asked === null ? null : language,
    title: null,
    deviceId: null,
    kugouRequestId: null,
    sealed: null,
  };
}
