/**
 * `--version`.
 *
 * @module
 */

import config from "../../deno.json" with { type: "json" };
import type { App } from "./app.ts";
import { PROGRAM } from "./commands.ts";

/**
 * Prints the version.
 *
 * @param app Where to.
 * @returns The exit code.
 */
export function showVersion(app: App): number {
  app.out.line(`${PROGRAM} ${config.version}`);
  return 0;
}
