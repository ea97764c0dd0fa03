/**
 * The outermost door: whatever comes of a request leaves through it.
 *
 * @module
 */

import { logBug, logEntry } from "./access_log.ts";
import { secureHeaders } from "./headers.ts";
import { ownOrigin } from "./origin.ts";
import type { Services } from "./services.ts";
import { makeState, type State } from "./state.ts";

/** What answers requests, as `Deno.serve` calls it. */
export type Handler = (
  request: Request,
  info?: Deno.ServeHandlerInfo,
) => Promise<Response>;

/** Opens the services; asked once. */
export type OpenServices = () => Services | Promise<Services>;

/** Methods beyond these make a router throw where no error page is shown. */
const METHODS = new Set(
  "GET HEAD POST PUT PATCH DELETE OPTIONS".split(" "),
);

const STATES = new WeakMap<Request, State>();

/**
 * Fills the state of Fresh with what the guard knows about a request, and lets
 * the guard see what is written into it later.
 *
 * @param request The request, the very same object.
 * @param target The state of Fresh, which is empty.
 */
export function handState(request: Request, target: State): void {
  const state = STATES.get(request);
  if (state === undefined) throw new TypeError("Cannot answer: no guard");
  STATES.set(request, Object.assign(target, state));
}

/**
 * Guards a handler: every answer gets the headers that it must carry and a line
 * in the log, also where something broke that shows no page of ours.
 *
 * @param handler What answers the requests.
 * @param open Opens the services, at the first request.
 * @returns The guarded handler.
 */
export function guard(handler: Handler, open: OpenServices): Handler {
  let opened: Promise<Services> | undefined;
  return async (request, info) => {
    const startMs = performance.timeOrigin + performance.now();
    const requestId = crypto.randomUUID();
    // Settings that are wrong at one request are wrong at the next.
    opened ??= Promise.resolve().then(open);
    const services = await opened.catch((error) => logBug(error, requestId));
    if (services === undefined) return unopened(requestId);
    const state = makeState(request, services, requestId);
    STATES.set(request, state);
    const response = await answer(handler, request, info, state);
    const secure = ownOrigin(request, services.trustProxy)
      .startsWith("https:");
    const { tag } = state.words;
    secureHeaders(response.headers, { requestId, secure, tag });
    const endMs = performance.timeOrigin + performance.now();
    const ids = STATES.get(request) ?? state;
    services.log?.(logEntry(request, response.status, ids, startMs, endMs));
    return response;
  };
}

async function answer(
  handler: Handler,
  request: Request,
  info: Deno.ServeHandlerInfo | undefined,
  state: State,
): Promise<Response> {
  if (!METHODS.has(request.method)) return plain(501, "Not Implemented");
  try {
    return changeable(await handler(request, info));
  } catch (error) {
    state.services.onBug(error, state.requestId);
    return plain(500, "Internal Server Error");
  }
}

/** Those of fetch and of Response.redirect cannot be changed: they are copied. */
function changeable(response: Response): Response {
  try {
    response.headers.delete("x-request-id");
    return response;
  } catch {
    return new Response(response.body, response);
  }
}

/** The page has not even begun: settings are wrong, or a store is not there. */
function unopened(requestId: string): Response {
  const response = plain(500, "Internal Server Error");
  secureHeaders(response.headers, { requestId, secure: false });
  return response;
}

function plain(status: number, text: string): Response {
  return new Response(`${text}\n`, { status });
}
