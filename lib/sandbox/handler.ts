/**
 * The sandbox as a function from a request to its answer.
 *
 * @module
 */

import { createExchange } from "./exchange.ts";
import type { SandboxOptions } from "./types.ts";

/**
 * Makes the sandbox as a plain function, without a server: for a server of
 * your own, or in the place of `fetch` in a test.
 *
 * It answers just as {@linkcode startSandbox} does, but for what only a
 * connection can show: `reset` rejects with a {@linkcode SandboxResetError},
 * and `reset-body` needs an HTTP server around it to break. It needs no `Deno`:
 * Node 22 and browsers have all that it takes.
 *
 * @param options The options of the sandbox; `port` has no meaning here. After
 * `signal` is aborted, the function only rejects.
 * @returns The function. It rejects with a {@linkcode SandboxResetError} where
 * the connection breaks, and with the reason of the request's own signal where
 * that is aborted during a wait.
 * @throws {RangeError} If an option has a value that cannot be.
 *
 * @example In the place of fetch
 * ```ts
 * import {
 *   createSandboxHandler,
 *   SANDBOX_ACCESS_TOKEN,
 * } from "@kugou-iot/client/sandbox";
 * import { assertEquals } from "@std/assert";
 *
 * const handler = createSandboxHandler();
 * const request = new Request("http://127.0.0.1/api/exploreropen/tokenapi", {
 *   method: "POST",
 *   headers: { "content-type": "application/json" },
 *   body: JSON.stringify({
 *     AccessToken: SANDBOX_ACCESS_TOKEN,
 *     RequestId: crypto.randomUUID(),
 *     Action: "AppKugouUserCommand",
 *     KGCommand: "user_info",
 *     DeviceId: "SANDBOXERR/LimitExceeded",
 *     KugouParams: {},
 *   }),
 * });
 * const { Response } = await (await handler(request)).json();
 * assertEquals(Response.Error.Code, "LimitExceeded");
 * ```
 */
export function createSandboxHandler(
  options: SandboxOptions = {},
): (request: Request) => Promise<Response> {
  const exchange = createExchange(options);
  return (request) => exchange(request, () => request.signal);
}
