/**
 * Answers that are made with all their headers.
 *
 * @module
 */

import { plainHeaders } from "./headers.ts";
import type { LookupState } from "./state.ts";

/**
 * Makes an answer of JSON with every header that it must carry, in one go: to
 * change the headers of a response costs more than to make one. The guard sends
 * it as it is.
 *
 * @param state What is known about the request, which is told of the answer.
 * @param json The JSON.
 * @param init The status, and headers besides those of every answer.
 * @returns The answer.
 */
export function sealJson(
  state: LookupState,
  json: string,
  { status, headers }: { status: number; headers: Record<string, string> },
): Response {
  return state.sealed = new Response(json, {
    status,
    headers: {
      ...plainHeaders(state),
      "content-type": "application/json",
      ...headers,
    },
  });
}
