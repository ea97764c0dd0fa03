/**
 * Looks a user up for a visitor.
 *
 * @module
 */

import {
  KugouClient,
  KugouError,
  KugouInputError,
  type KugouRequest,
  type KugouUserInfo,
} from "../../mod.ts";
import { problemsOf } from "./check.ts";
import type { RawLookup } from "./form.ts";
import type { Services } from "./services.ts";

/** How a lookup ended. */
export type Outcome =
  | { readonly info: KugouUserInfo; readonly errors?: never }
  | {
    readonly info?: never;
    readonly errors: readonly [KugouError, ...KugouError[]];
  };

/**
 * Makes the client for all lookups. It has no token: each brings its own.
 *
 * @param endpoint Where lookups go.
 * @param fetch What is called instead of the global `fetch`.
 * @returns The client.
 */
export function makeClient(
  endpoint: string,
  fetch?: typeof globalThis.fetch,
): KugouClient {
  return new KugouClient({
    accessToken: () => {
      throw new TypeError("Cannot look up: no token was brought");
    },
    endpoint,
    ...fetch ? { fetch } : {},
  });
}

/**
 * Looks a user up. The token belongs to this one call, and is gone when that
 * is.
 *
 * @param raw The lookup as it was asked for.
 * @param services Where it goes.
 * @returns What was found, or what went wrong: of wrong input all of it.
 */
export function lookUp(
  { deviceId, accessToken, params }: RawLookup,
  { client }: Services,
): Promise<Outcome> {
  // Without a token of its own, a lookup would get that of the client.
  const raw = { deviceId, accessToken: accessToken ?? "", params };
  // The client looks at each value before it sends anything.
  return client.userInfo(raw as KugouRequest)
    .then(found, (error) => failed(error, raw));
}

function found(info: KugouUserInfo): Outcome {
  return { info };
}

function failed(error: unknown, raw: RawLookup): Outcome {
  if (!(error instanceof KugouError)) throw error;
  const problems = error instanceof KugouInputError ? problemsOf(raw) : [];
  const [first = error, ...others] = problems;
  return { errors: [first, ...others] };
}

/**
 * Gives the request id that support asks for.
 *
 * @param outcome How the lookup ended.
 * @returns The id that was sent last, or `null` if nothing was sent.
 */
export function requestIdOf({ info, errors }: Outcome): string | null {
  return errors === undefined ? info.requestId : errors[0].requestId;
}

/**
 * Gives the time that the endpoint asked to wait.
 *
 * @param outcome How the lookup ended.
 * @returns The time in milliseconds, or `null` if it did not ask.
 */
export function retryAfterOf({ errors }: Outcome): number | null {
  return errors?.[0].retryAfterMs ?? null;
}
