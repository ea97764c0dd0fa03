/**
 * Remembers the empty form, which is the same for everybody who reads the same
 * language: rendering it is most of what a visit costs.
 *
 * @module
 */

import type { Ask } from "./state.ts";

/** No more than these are remembered, whatever is asked. */
const SEARCHES: ReadonlySet<string> = new Set(["", "?lang=en", "?lang=zh"]);

/** A page as it was sent last. Its nonce and its request id are overwritten. */
interface Remembered {
  readonly html: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
  /** Where in the bytes the nonce stands. */
  readonly places: readonly number[];
  /** The Content-Security-Policy, cut where the nonce stands. */
  readonly policy: readonly string[];
}

const ENCODER = new TextEncoder();

/**
 * Says which empty form a request asks for.
 *
 * @param ask The request.
 * @returns All that the form depends on, or `null` if it asks for another page.
 */
export function formKey({ req, state }: Ask): string | null {
  const { url: { pathname, search }, words, secure } = state;
  const isForm = pathname === "/" && SEARCHES.has(search) &&
    req.method === "GET";
  return isForm ? `${words.language} ${secure} ${search}` : null;
}

/** Remembers empty forms. */
export class FormMemory {
  readonly #forms = new Map<string, Remembered>();

  /**
   * Shows a form if it is known, with all its headers and a nonce of its own.
   *
   * @param key Which form.
   * @param requestId The id of the request.
   * @returns The answer, or `null` if it is to be made anew.
   */
  show(key: string, requestId: string): Response | null {
    const form = this.#forms.get(key);
    return form === undefined ? null : show(form, requestId);
  }

  /**
   * Remembers a form that was made anew.
   *
   * @param key Which form.
   * @param response The answer, with all its headers.
   */
  async keep(key: string, response: Response): Promise<void> {
    const form = await cut(response.clone());
    if (form !== null) this.#forms.set(key, form);
  }
}

/** Cuts nothing where anything is not as it always is. */
async function cut(response: Response): Promise<Remembered | null> {
  const { headers } = response;
  const policy = headers.get("content-security-policy") ?? "";
  const [, nonce] = /'nonce-([\da-f]{32})'/.exec(policy) ?? [];
  const text = await response.text();
  // Vite's own paths are in a page that is still being changed.
  const isFinal = response.status === 200 && !text.includes('"/@');
  if (!isFinal || nonce === undefined) return null;
  return {
    html: ENCODER.encode(text),
    headers: Object.fromEntries(headers),
    places: find(nonce, text),
    policy: policy.split(nonce),
  };
}

/** Where a text of ASCII stands in the bytes of another text. */
function find(what: string, text: string): number[] {
  let place = -what.length;
  return text.split(what).slice(0, -1).map((before) => {
    place += what.length + ENCODER.encode(before).length;
    return place;
  });
}

function show(
  { html, headers, places, policy }: Remembered,
  requestId: string,
): Response {
  const nonce = crypto.randomUUID().replaceAll("-", "");
  for (const place of places) ENCODER.encodeInto(nonce, html.subarray(place));
  // A response copies what it is made of.
  return new Response(html, {
    headers: {
      ...headers,
      "content-security-policy": policy.join(nonce),
      "x-request-id": requestId,
    },
  });
}
