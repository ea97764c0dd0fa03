/**
 * How a handler says that the connection breaks.
 *
 * @module
 */

/**
 * What the function of `createSandboxHandler` rejects with where the connection
 * breaks before any answer: with the fault `reset`, and when the sandbox closes.
 * It is a `TypeError`, as the network failures of `fetch` are.
 *
 * @example Tell a broken connection from a bug
 * ```ts
 * import {
 *   createSandboxHandler,
 *   SandboxResetError,
 * } from "@kugou-iot/client/sandbox";
 * import { assertRejects } from "@std/assert";
 *
 * const handler = createSandboxHandler({
 *   faults: { shares: { reset: 1 } },
 * });
 * const url = "http://127.0.0.1/api/exploreropen/tokenapi";
 * await assertRejects(
 *   () => handler(new Request(url, { method: "POST", body: "{}" })),
 *   SandboxResetError,
 * );
 * ```
 */
export class SandboxResetError extends TypeError {
  /** The name of the class. */
  override readonly name: string = "SandboxResetError";

  /** Makes the error; its message is always the same. */
  constructor() {
    super("The sandbox closed the connection");
  }
}
