/**
 * Remembers the empty form, which is the same for everybody who reads the same
 * language: rendering it is most of what a visit costs.
 *
 * @module
 */

import type { Context } from "fresh";
import type { State } from "./state.ts";

/** No more than these are remembered, whatever is asked. */
const SEARCHES: ReadonlySet<string> = new Set(["", "?lang=en", "?lang=zh"]);

/** A page, cut where its nonce stood, and its headers but for its policy. */
interface Remembered {
  readonly parts: readonly string[];
  readonly headers: readonly [string, string][];
}

/**
 * Makes a middleware that remembers the empty form. It goes around the one that
 * says in a Content-Security-Policy which nonce a page has: each visit gets a
 * nonce of its own, and so no other part of a page may depend on the request.
 *
 * @returns The middleware.
 */
export function remember(): (ctx: Context<State>) => Promise<Response> {
  const pages = new Map<string, Remembered>();
  return async (ctx) => {
    const { pathname, search } = ctx.url;
    const isForm = ctx.req.method === "GET" && pathname === "/" &&
      SEARCHES.has(search);
    if (!isForm) return await ctx.next();
    const key = ctx.state.words.language + search;
    const known = pages.get(key);
    if (known !== undefined) return show(known);
    const response = await ctx.next();
    const page = await cut(response.clone());
    if (page !== null) pages.set(key, page);
    return response;
  };
}

/** Cuts nothing where anything is not as it always is. */
async function cut(response: Response): Promise<Remembered | null> {
  const policy = response.headers.get("content-security-policy") ?? "";
  const [, nonce] = /'nonce-([\w+/=-]{16,})'/.exec(policy) ?? [];
  const html = await response.text();
  // Vite's own paths are in a page that is still being changed.
  const isFinal = response.status === 200 && !html.includes('"/@');
  if (!isFinal || nonce === undefined) return null;
  const headers = [...response.headers].filter(([name]) =>
    name !== "content-security-policy"
  );
  return { parts: html.split(nonce), headers };
}

function show({ parts, headers }: Remembered): Response {
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const policy = `script-src 'nonce-${nonce}'`;
  return new Response(parts.join(nonce), {
    headers: [...headers, ["content-security-policy", policy]],
  });
}
