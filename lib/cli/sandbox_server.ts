/**
 * Starts the sandbox, with errors that help.
 *
 * @module
 */

import {
  type Sandbox,
  type SandboxOptions,
  startSandbox,
} from "../sandbox/mod.ts";
import { withPermission } from "./permission.ts";
import { UsageError } from "./usage_error.ts";

/**
 * Starts the sandbox.
 *
 * @param options Its options.
 * @returns The running sandbox.
 * @throws {UsageError} If the port cannot be had.
 * @throws {MissingPermission} If Deno does not let it listen.
 */
export async function openSandbox(options: SandboxOptions): Promise<Sandbox> {
  try {
    return await withPermission(
      "--allow-net=127.0.0.1",
      () => startSandbox(options),
    );
  } catch (error) {
    if (error instanceof Deno.errors.AddrInUse) {
      throw new UsageError("--port", ({ portTaken }) => portTaken);
    }
    if (error instanceof Deno.errors.PermissionDenied) {
      throw new UsageError("--port", ({ portDenied }) => portDenied);
    }
    throw error;
  }
}
