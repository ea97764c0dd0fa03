/**
 * The outermost door: whatever comes of a request leaves through it.
 *
 * @module
 */

import { logBug, logEntry } from "./access_log.ts";
import { answerAtOnce } from "./api.ts";
import { isLookup } from "./api_path.ts";
import { enter, plain } from "./enter.ts";
import type { Handler } from "./handler.ts";
import { PlainLookupState } from "./lookup_state.ts";
import {
  formKey,
  FormMemory,
  isForm,
  type Remembered,
  showForm,
} from "./remember.ts";
import type { Services } from "./services.ts";
import { makeState } from "./state.ts";

/** Opens the services; asked until it has succeeded. */
export type OpenServices = () => Services;

/** What the log says of a request besides itself. */
type Ids = Parameters<typeof logEntry>[2];

/** Where a request came from that no server has taken, as Fresh says it. */
const NO_SERVER: Deno.ServeHandlerInfo = {
  remoteAddr: { transport: "tcp", hostname: "localhost", port: 0 },
  completed: Promise.resolve(),
};

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
  const forms = new FormMemory();
  let services: Services | null = null;

  function answerNext(
    request: Request,
    info: Deno.ServeHandlerInfo,
    services: Services,
  ): Response | Promise<Response> {
    const { method, url } = request;
    if (method === "POST" && isLookup(url)) {
      return answerLookup(request, info, services);
    }
    const known = method === "GET"
      ? forms.find(formKey(request, services.trustProxy))
      : null;
    return known === null
      ? answerAnew(request, info, services)
      : answerForm(known, request, services);
  }

  async function answerAnew(
    request: Request,
    info: Deno.ServeHandlerInfo,
    services: Services,
  ): Promise<Response> {
    const startMs = now();
    const state = makeState(request, services, crypto.randomUUID());
    const ask = { req: request, info, state };
    const { response, state: written } = await enter(handler, ask);
    if (isForm(ask)) {
      await forms.keep(formKey(request, services.trustProxy), response);
    }
    log(services, request, response.status, written, startMs);
    return response;
  }

  return (request, info = NO_SERVER) => {
    if (services === null) {
      const requestId = crypto.randomUUID();
      services = openOrTell(open, requestId);
      // Settings are wrong: there is no page yet that could say so.
      if (services === null) return unopened(requestId);
    }
    return answerNext(request, info, services);
  };
}

/** Answers a lookup of a program. */
function answerLookup(
  request: Request,
  info: Deno.ServeHandlerInfo,
  services: Services,
): Promise<Response> {
  const startMs = now();
  const state = new PlainLookupState(request, services, crypto.randomUUID());
  const answered = answerAtOnce({ req: request, info, state });
  return services.log === null ? answered : answered.then((response) => {
    log(services, request, response.status, state, startMs);
    return response;
  });
}

/** Answers with a form: no promise, which takes as long as to make the answer. */
function answerForm(
  form: Remembered,
  request: Request,
  services: Services,
): Response {
  const startMs = now();
  const requestId = crypto.randomUUID();
  const response = showForm(form, requestId);
  log(services, request, response.status, { requestId }, startMs);
  return response;
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

function openOrTell(open: OpenServices, requestId: string): Services | null {
  try {
    return open();
  } catch (error) {
    logBug(error, requestId);
    return null;
  }
}

function unopened(requestId: string): Response {
  const facts = { requestId, secure: false };
  return plain(500, "Internal Server Error", facts);
}
