/**
 * Answers each method of HTTP as HTTP says: Fresh says 404 to those that a
 * route does not handle.
 *
 * @module
 */

import type { Context, PageResponse } from "fresh";
import type { State } from "./state.ts";

/** What a route answers. */
export type Answer<Data> = Response | PageResponse<Data>;

/** A handler of one method. */
export type Answerer<Data> = (
  ctx: Context<State>,
) => Answer<Data> | Promise<Answer<Data>>;

/**
 * Makes the one handler of a route out of those for its methods.
 *
 * @param methods The handlers by method; HEAD is answered as GET, and Fresh
 * leaves out the body.
 * @returns The handler for all methods.
 */
export function byMethod<Data>(
  methods: { GET?: Answerer<Data>; POST?: Answerer<Data> },
): Answerer<Data> {
  const allow = [
    ...methods.GET ? ["GET", "HEAD"] : [],
    ...methods.POST ? ["POST"] : [],
    "OPTIONS",
  ].join(", ");
  return (ctx) => {
    const { method } = ctx.req;
    if (method === "OPTIONS") {
      return new Response(null, { status: 204, headers: { allow } });
    }
    const name = method === "HEAD" ? "GET" : method;
    const answer = name === "GET" || name === "POST" ? methods[name] : null;
    if (answer) return answer(ctx);
    return new Response("Method Not Allowed\n", {
      status: 405,
      headers: { allow },
    });
  };
}
