/**
 * Remembers the empty form, which is the same for everybody who reads the same
 * language: rendering it is most of what a visit costs.
 *
 * @module
 */

import type { Ask } from "./state.ts";

/** Only these forms are remembered, whatever else is asked. */
const SEARCHES: ReadonlySet<string> = new Set(["", "?lang=en", "?lang=zh"]);

/** Headers may say anything: more ways to ask than this are forgotten. */
const MAX_FORMS = 64;

/** A page, cut where its nonce stands. */
export interface Remembered {
  /** The page. */
  readonly parts: readonly string[];
  /** Whether it is all ASCII. */
  readonly isAscii: boolean;
  /** The Content-Security-Policy, cut likewise. */
  readonly policy: readonly string[];
  /** Its headers, of which the policy and the request id are new each time. */
  readonly headers: Readonly<Record<string, string>>;
}

const ENCODER = new TextEncoder();

/**
 * Says which form a request may ask for, by all that a form depends on: to look
 * into it takes longer than to send the form.
 *
 * @param request The request.
 * @param trustProxy How many proxies of one's own stand before the page.
 * @returns The key.
 */
export function formKey(
  { url, headers }: Request,
  trustProxy: number,
): string {
  const key = `${url} ${headers.get("accept-language")}`;
  if (trustProxy === 0) return key;
  const proto = headers.get("x-forwarded-proto");
  return `${key} ${proto} ${headers.get("x-forwarded-host")}`;
}

/**
 * Says whether a request asks for an empty form.
 *
 * @param ask The request.
 * @returns Whether it does.
 */
export function isForm({ req, state: { url } }: Ask): boolean {
  return url.pathname === "/" && SEARCHES.has(url.search) &&
    req.method === "GET";
}

/** Remembers empty forms. */
export class FormMemory {
  readonly #forms = new Map<string, Remembered>();

  /**
   * Finds a form.
   *
   * @param key Which form.
   * @returns The form, or `null` if it is to be made anew.
   */
  find(key: string): Remembered | null {
    return this.#forms.get(key) ?? null;
  }

  /**
   * Remembers a form that was made anew.
   *
   * @param key Which form.
   * @param response The answer, with all its headers.
   */
  async keep(key: string, response: Response): Promise<void> {
    const form = await cut(response.clone());
    if (form === null) return;
    if (this.#forms.size >= MAX_FORMS) this.#forms.clear();
    this.#forms.set(key, form);
  }
}

/** Cuts nothing where anything is not as it always is. */
async function cut(response: Response): Promise<Remembered | null> {
  const { headers } = response;
  const policy = headers.get("content-security-policy") ?? "";
  const [, nonce] = /'nonce-([\da-f]{32})'/.exec(policy) ?? [];
  const html = await response.text();
  // Vite's own paths are in a page that is still being changed.
  const isFinal = response.status === 200 && !html.includes('"/@');
  if (!isFinal || nonce === undefined) return null;
  const ascii = toAscii(html);
  // Chinese takes more room so.
  const isAscii = ascii.length < html.length * 1.1;
  return {
    parts: (isAscii ? ascii : html).split(nonce),
    isAscii,
    policy: policy.split(nonce),
    headers: Object.fromEntries(headers),
  };
}

/** The same page in ASCII, which is sent quicker than other text. */
function toAscii(html: string): string {
  return html.replace(
    /(<script[^>]*>)(.*?)(?=<\/script>)|[^\0-\x7f]/gsu,
    (char, tag?: string, script?: string) =>
      tag === undefined || script === undefined
        ? `&#${char.codePointAt(0)};`
        : tag + script.replace(/[^\0-\x7f]/g, escapeUnit),
  );
}

/** What is not ASCII in a script stands in a text. */
function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/**
 * Shows a form, with all its headers and a nonce of its own.
 *
 * @param form The form.
 * @param requestId The id of the request.
 * @returns The answer.
 */
export function showForm(
  { parts, isAscii, policy, headers }: Remembered,
  requestId: string,
): Response {
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const html = parts.join(nonce);
  return new Response(isAscii ? html : ENCODER.encode(html), {
    headers: {
      ...headers,
      "content-security-policy": policy.join(nonce),
      "x-request-id": requestId,
    },
  });
}
