/**
 * The outermost door: whatever comes of a request leaves through it.
 *
 * @module
 */

import { logBug, logEntry } from "./access_log.ts";
import { answerAtOnce, isApiLookup } from "./api.ts";
import { secureHeaders } from "./headers.ts";
import { formKey, FormMemory, isForm, showForm } from "./remember.ts";
import type { Services } from "./services.ts";
import { type Ask, makeState, type State } from "./state.ts";

/** What answers requests, as `Deno.serve` calls it. */
export type Handler = (
  request: Request,
  info?: Deno.ServeHandlerInfo,
) => Response | Promise<Response>;

/** Opens the services; asked once. */
export type OpenServices = () => Services | Promise<Services>;

/** Methods beyond these make a router throw where no error page is shown. */
const METHODS = new Set(
  "GET HEAD POST PUT PATCH DELETE OPTIONS".split(" "),
);

/** Where a request has its state: a `WeakMap` of requests costs V8 far more. */
const STATE = Symbol("state");

/** What the log says of a request besides itself. */
type Ids = Parameters<typeof logEntry>[2];

/** Where a request came from that no server has taken, as Fresh says it. */
const NO_SERVER: Deno.ServeHandlerInfo = {
  remoteAddr: { transport: "tcp", hostname: "localhost", port: 0 },
  completed: Promise.resolve(),
};

/** A request that the guard has let in. */
type Guarded = Request & { [STATE]?: State | undefined };

/**
 * Fills the state of Fresh with what the guard knows about a request, and lets
 * the guard see what is written into it later.
 *
 * @param request The request, the very same object.
 * @param target The state of Fresh, which is empty.
 */
export function handState(request: Guarded, target: State): void {
  const { [STATE]: state } = request;
  if (state === undefined) throw new TypeError("Cannot answer: no guard");
  request[STATE] = Object.assign(target, state);
}

/**
 * Guards a handler: every answer gets the headers that it must carry and a line
 * in the log, also where something broke that shows no page of ours. What is
 * asked for most, an empty form or a lookup of a program, is answered here,
 * before anything else is entered.
 *
 * @param handler What answers the requests.
 * @param open Opens the services, at the first request.
 * @returns The guarded handler.
 */
export function guard(handler: Handler, open: OpenServices): Handler {
  const openOnce = opener(open);
  const forms = new FormMemory();
  let services: Services | null = null;
  const answerAnew = async (
    request: Guarded,
    info: Deno.ServeHandlerInfo,
  ): Promise<Response> => {
    const startMs = now();
    const requestId = crypto.randomUUID();
    services ??= await openOnce(requestId);
    if (services === null) return unopened(requestId);
    const state = makeState(request, services, requestId);
    const ask = { req: request, info, state };
    const response = isApiLookup(ask)
      ? await answerAtOnce(ask)
      : await answer(handler, ask);
    if (isForm(ask)) {
      await forms.keep(formKey(request, services.trustProxy), response);
    }
    const ids = request[STATE] ?? state;
    log(services, request, response.status, ids, startMs);
    // Deno may hold a request for long after it was answered.
    if (request[STATE] !== undefined) request[STATE] = undefined;
    return response;
  };
  return (request, info = NO_SERVER) => {
    if (services === null || request.method !== "GET") {
      return answerAnew(request, info);
    }
    const known = forms.find(formKey(request, services.trustProxy));
    if (known === null) return answerAnew(request, info);
    const startMs = services.log === null ? 0 : now();
    const requestId = crypto.randomUUID();
    const response = showForm(known, requestId);
    if (services.log !== null) {
      log(services, request, response.status, { requestId }, startMs);
    }
    // No promise: to wait for one takes as long as to make the answer.
    return response;
  };
}

function log(
  services: Services,
  request: Request,
  status: number,
  ids: Ids,
  startMs: number,
): void {
  services.log?.(logEntry(request, status, ids, startMs, now()));
}

/** The time, in milliseconds since 1970, and parts of them. */
function now(): number {
  return performance.timeOrigin + performance.now();
}

/** Opens once: settings that are wrong at one request are wrong at the next. */
function opener(
  open: OpenServices,
): (requestId: string) => Promise<Services | null> {
  let opened: Promise<Services> | undefined;
  return async (requestId) => {
    try {
      return await (opened ??= Promise.resolve().then(open));
    } catch (error) {
      logBug(error, requestId);
      return null;
    }
  };
}

/** Answers with every header that an answer must carry. */
async function answer(
  handler: Handler,
  { req, info, state }: Ask,
): Promise<Response> {
  if (!METHODS.has(req.method)) {
    return secured(plain(501, "Not Implemented"), state);
  }
  const request: Guarded = req;
  request[STATE] = state;
  try {
    const response = await handler(request, info);
    const isSealed = response === request[STATE].sealed;
    return isSealed ? response : secured(changeable(response), state);
  } catch (error) {
    state.services.onBug(error, state.requestId);
    return secured(plain(500, "Internal Server Error"), state);
  }
}

function secured(response: Response, state: State): Response {
  secureHeaders(response.headers, state);
  return response;
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
