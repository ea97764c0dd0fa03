import type { Context } from "fresh";
import { webWords } from "../i18n/web_words.ts";
import { clientAddress, ownOrigin } from "./forwarded.ts";
import { setHeaders } from "./headers.ts";
import { chooseLanguage } from "./language.ts";
import { logEntry } from "./log.ts";
import { Refusal } from "./refusal.ts";
import type { Services } from "./services.ts";
import type { State } from "./state.ts";

type Middleware = (ctx: Context<State>) => Response | Promise<Response>;

/** The pages with their methods: Fresh says 404 to those that a route does not handle. */
const METHODS: Readonly<Record<string, readonly string[]>> = {
  "/": ["GET", "HEAD", "POST", "OPTIONS"],
  "/errors": ["GET", "HEAD", "OPTIONS"],
  "/healthz": ["GET", "HEAD", "OPTIONS"],
  "/api/user-info": ["POST", "OPTIONS"],
};

/** Finds out who asks; the first request opens the services. */
export function identify(open: () => Services): Middleware {
  let services: Services | null = null;
  return (ctx) => {
    const { next, req, state, url } = ctx;
    const opened = services ??= open();
    const asked = url.searchParams.get("lang");
    const language = chooseLanguage(asked, req.headers.get("accept-language"));
    const requestId = crypto.randomUUID();
    const known: State = {
      services: opened,
      requestId,
      secure: ownOrigin(url, req.headers, opened.trustProxy)
        .startsWith("https:"),
      words: webWords(language),
      chosen: asked === null ? null : language,
      countLookup: () => countLookup(ctx, opened, requestId),
      title: null,
      deviceId: null,
      filter: {},
    };
    Object.assign(state, known);
    return next();
  };
}

/** Writes a line for each request. */
export const log: Middleware = async ({ next, req, route, state }) => {
  const startMs = Date.now();
  const response = await next();
  state.services.log?.(logEntry(req, response, startMs, route !== null));
  return response;
};

/** Puts on every answer the headers that keep visitors safe. */
export const secureHeaders: Middleware = async ({ next, state }) => {
  const response = await next();
  setHeaders(response, state);
  return response;
};

/** Answers methods that a page does not have. */
export const checkMethod: Middleware = ({ next, req, route }) => {
  const methods = METHODS[route ?? ""];
  if (methods === undefined) return next();
  const allow = methods.join(", ");
  if (req.method === "OPTIONS") {
    return new Response(null, { status: 204, headers: { allow } });
  }
  if (!methods.includes(req.method)) throw new Refusal(405, { allow });
  return next();
};

/**
 * Refuses lookups that another site sends through a visitor's browser.
 *
 * Browsers say where a request comes from in `Sec-Fetch-Site`, old ones and all
 * over plain http in `Origin`. With neither it was no browser: the API takes
 * that, since it takes only JSON, which no other site can send unasked.
 */
export const checkOrigin: Middleware = ({ next, req, state, url }) => {
  if (req.method !== "POST") return next();
  const site = req.headers.get("sec-fetch-site");
  const origin = req.headers.get("origin");
  const isOwn = site !== null
    // "none" is the visitor's own doing, such as a reload.
    ? site === "same-origin" || site === "none"
    : origin !== null
    // Anybody can be "null", and so is a page that a socket serves, by its URL.
    ? origin !== "null" &&
      origin === ownOrigin(url, req.headers, state.services.trustProxy)
    : url.pathname.startsWith("/api/");
  if (!isOwn) throw new Refusal(403);
  return next();
};

/** Refuses lookups of clients that ask too often. */
export const limitRate: Middleware = async ({ next, req, state }) => {
  const refusal = req.method === "POST" ? await state.countLookup() : null;
  if (refusal !== null) throw refusal;
  return await next();
};

async function countLookup(
  { info, req }: Context<State>,
  { limiter, spareLimiter, trustProxy, onBug }: Services,
  requestId: string,
): Promise<Refusal | null> {
  if (limiter === null) return null;
  const { remoteAddr } = info;
  const remote = "hostname" in remoteAddr ? remoteAddr.hostname : "";
  const client = clientAddress(req.headers, remote, trustProxy);
  let waitMs: number;
  try {
    waitMs = await limiter.take(client);
  } catch (error) {
    // A store that is down must not take the page down with it.
    if (spareLimiter === undefined) throw error;
    onBug(error, requestId);
    waitMs = await spareLimiter.take(client);
  }
  return waitMs > 0 ? new Refusal(429, { retryAfterMs: waitMs }) : null;
}
