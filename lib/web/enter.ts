/**
 * The way into Fresh and out of it: what is known about a request goes in with
 * it, and every answer comes out with the headers that it must carry.
 *
 * @module
 */

import type { Handler } from "./handler.ts";
import { type HeaderFacts, secureHeaders } from "./headers.ts";
import type { Ask, State } from "./state.ts";

/** Methods beyond these make a router throw where no error page is shown. */
const METHODS = new Set(
  "GET HEAD POST PUT PATCH DELETE OPTIONS".split(" "),
);

/** Where a request has its state: a `WeakMap` of requests costs V8 far more. */
const STATE = Symbol("state");

/** A request that is in Fresh. */
type Within = Request & { [STATE]?: { state: State } | undefined };

/** An answer, and what has become known while it was made. */
export interface Entered {
  /** The answer, with every header that it must carry. */
  readonly response: Response;
  /** What is known about the request by now. */
  readonly state: State;
}

/**
 * Has a request answered.
 *
 * @param handler What answers it.
 * @param ask The request.
 * @returns The answer, also where something breaks that shows no page of ours.
 */
export async function enter(handler: Handler, ask: Ask): Promise<Entered> {
  const { state } = ask;
  if (!METHODS.has(ask.req.method)) {
    return { response: plain(501, "Not Implemented", state), state };
  }
  const request: Within = ask.req;
  const known = request[STATE] = { state };
  try {
    const response = await handler(request, ask.info);
    const isSealed = response === known.state.sealed;
    return {
      response: isSealed ? response : secured(changeable(response), state),
      state: known.state,
    };
  } catch (error) {
    state.services.onBug(error, state.requestId);
    const response = plain(500, "Internal Server Error", state);
    return { response, state: known.state };
  } finally {
    // Deno may hold a request for long after it was answered.
    request[STATE] = undefined;
  }
}

/**
 * Fills the state of Fresh with what is known about a request, and remembers it
 * for what is written into it later.
 *
 * @param request The request, the very same object.
 * @param target The state of Fresh, which is empty.
 */
export function handState(request: Within, target: State): void {
  const { [STATE]: known } = request;
  if (known === undefined) throw new TypeError("Cannot answer: no guard");
  known.state = Object.assign(target, known.state);
}

/**
 * Makes an answer for where no page of ours is shown.
 *
 * @param status The HTTP status.
 * @param text What it says.
 * @param facts What its headers depend on.
 * @returns The answer.
 */
export function plain(
  status: number,
  text: string,
  facts: HeaderFacts,
): Response {
  return secured(new Response(`${text}\n`, { status }), facts);
}

function secured(response: Response, facts: HeaderFacts): Response {
  secureHeaders(response.headers, facts);
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
