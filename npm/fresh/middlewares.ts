import { buildId } from "./build_id.ts";
import type { MiddlewareFn } from "./define.ts";
import { NONCE } from "./render.ts";

const FRESH = "no-cache, no-store, max-age=0, must-revalidate";

/** Sends the files of `static/` and what was built for browsers. */
export function staticFiles<State>(): MiddlewareFn<State> {
  return ({ build, next, req, url: { pathname, searchParams } }) => {
    const file = build.assets.get(pathname);
    if (!file) return next();
    if (req.method !== "GET" && req.method !== "HEAD") {
      return new Response("Method Not Allowed", { status: 405 });
    }
    const isNamed = searchParams.get("__frsh_c") === buildId ||
      pathname.startsWith("/_fresh/js/");
    return new Response(file.content, {
      headers: {
        "content-type": file.type,
        "cache-control": isNamed
          ? "public, max-age=31536000, immutable"
          : FRESH,
      },
    });
  };
}

/** Tells in a Content-Security-Policy which nonce a rendered page has. */
export function csp<State>(_options: { useNonce: true }): MiddlewareFn<State> {
  return async (ctx) => {
    const response: Response & { [NONCE]?: string } = await ctx.next();
    const { [NONCE]: nonce } = response;
    const inline = nonce ? `'nonce-${nonce}'` : "'unsafe-inline'";
    response.headers.set(
      "content-security-policy",
      `default-src 'self'; script-src 'self' ${inline}; style-src 'self' ${inline}`,
    );
    return response;
  };
}
