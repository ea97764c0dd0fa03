/**
 * A sandbox of the Kugou endpoint of Tencent Cloud IoT Explorer: a real HTTP
 * server on this machine that answers as the endpoint does, with sample users,
 * every error code and every fault on demand. For demos and for tests, in Deno,
 * Node.js and Bun.
 *
 * | `DeviceId` | answer |
 * |---|---|
 * | `LAEG4YJE1A/<name>` | a device of {@linkcode SANDBOX_DEVICES}, `dev01` first |
 * | `SANDBOXERR/<code>` | that error code, known or not |
 * | `SANDBOXFLT/<fault>` | a fault of {@linkcode SANDBOX_FAULTS} |
 *
 * An error or a fault may end in `@<n>`: then only the first n requests to that
 * device id meet it, and the next ones get what `dev01` gets.
 *
 * @example Look at a user without an account
 * ```ts
 * import { startSandbox } from "@kugou-iot/client/sandbox";
 * import { assertEquals } from "@std/assert";
 *
 * const sandbox = await startSandbox();
 * const response = await fetch(sandbox.endpoint, {
 *   method: "POST",
 *   headers: { "content-type": "application/json" },
 *   body: JSON.stringify({
 *     AccessToken: sandbox.accessToken,
 *     RequestId: crypto.randomUUID(),
 *     Action: "AppKugouUserCommand",
 *     KGCommand: "user_info",
 *     DeviceId: "LAEG4YJE1A/dev01",
 *     KugouParams: {},
 *   }),
 * });
 * const { Response } = await response.json();
 * assertEquals(Response.Data.is_vip, 1);
 * await sandbox.close();
 * ```
 *
 * @module
 */

export type { LocalizedText } from "../../mod.ts";
export type { SandboxEnvelope } from "./answer.ts";
export { SANDBOX_DEVICES, type SandboxDevice } from "./devices.ts";
export { createSandboxHandler } from "./exchange.ts";
export {
  SANDBOX_FAULTS,
  type SandboxFault,
  type SandboxFaultName,
} from "./faults.ts";
export type { SandboxLogEntry, SandboxOutcome } from "./log.ts";
export { SANDBOX_ACCESS_TOKEN, type SandboxOptions } from "./options.ts";
export { parseFaults, type SandboxFaults } from "./random_faults.ts";
export { SandboxResetError } from "./responses.ts";
export { type Sandbox, startSandbox } from "./server.ts";
