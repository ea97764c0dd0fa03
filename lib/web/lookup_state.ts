/**
 * What is known about a lookup of a program: no more than it takes to answer
 * one that goes well. The rest is found out when it is asked for.
 *
 * @module
 */

import { type WebWords, webWords } from "../i18n/web.ts";
import { chooseLanguage } from "./language.ts";
import { isSecure } from "./origin.ts";
import type { Services } from "./services.ts";
import type { LookupState } from "./state.ts";

/** What is known about a lookup whose URL is the API's and nothing more. */
export class PlainLookupState implements LookupState {
  readonly services: Services;
  readonly requestId: string;
  readonly secure: boolean;
  kugouRequestId: string | null = null;
  sealed: Response | null = null;
  readonly #request: Request;

  /**
   * Takes down what is known.
   *
   * @param request The request.
   * @param services What the page works with.
   * @param requestId The id of this request.
   */
  constructor(request: Request, services: Services, requestId: string) {
    this.services = services;
    this.requestId = requestId;
    this.secure = isSecure(request, services.trustProxy);
    this.#request = request;
  }

  get words(): WebWords {
    const accept = this.#request.headers.get("accept-language");
    return webWords(chooseLanguage(null, accept));
  }
}
