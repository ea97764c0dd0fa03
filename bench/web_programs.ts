/**
 * The programs that serve a page, and those that build it.
 *
 * @module
 */

import { readSettings } from "../lib/web/env.ts";
import { listPermissions } from "../lib/web/permissions.ts";
import { type Program, runProgram } from "./process.ts";

/** An address for a page that looks nobody up. */
const NOWHERE = "http://127.0.0.1:1/";

/** What differs from a page without a limit and without a log. */
export interface ServeOptions {
  /** Where lookups go. */
  readonly endpoint?: string;
  /** Whether each request is logged. */
  readonly log?: boolean;
}

/** Builds our page and the barest one. */
export async function buildPages(): Promise<void> {
  for (const script of ["tasks/build.ts", "bench/web_bare/build.ts"]) {
    await runProgram({ options: ["--allow-all"], args: [script] });
  }
}

/**
 * Our page, with the permissions that the task `web` gives it.
 *
 * @param options How it is served.
 * @returns The program.
 */
export function servePage(options: ServeOptions = {}): Program {
  return serveApp("tasks/serve.ts", options);
}

/**
 * The barest page.
 *
 * @returns The program.
 */
export function serveBarePage(): Program {
  return serveApp("bench/web_bare/serve.ts", {});
}

function serveApp(
  script: string,
  { endpoint = NOWHERE, log = false }: ServeOptions,
): Program {
  const env = {
    HOST: "127.0.0.1",
    PORT: "0",
    KUGOU_ENDPOINT: endpoint,
    TRUST_PROXY: "0",
    RATE_LIMIT: "0",
    RATE_LIMIT_KV: "0",
    ACCESS_LOG: log ? "1" : "0",
    DEMO: "0",
  };
  const settings = readSettings((name) => env[name as keyof typeof env]);
  // A stand-in for the framework is read from here, too.
  const options = listPermissions(settings, ".");
  return { options, args: [script], env };
}

/**
 * As little as forwards a lookup.
 *
 * @param endpoint Where to.
 * @returns The program.
 */
export function serveForward(endpoint: string): Program {
  const options = ["--allow-net=127.0.0.1"];
  return { options, args: ["bench/web_forward.ts", endpoint] };
}
