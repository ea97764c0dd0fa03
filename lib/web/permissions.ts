/**
 * The permissions that serving the page takes, and no others.
 *
 * @module
 */

import { readSettings, type Settings } from "./env.ts";

/** What Fresh itself reads at its start, to name its build. */
const FRESH_ENV = [
  "CI_COMMIT_SHA",
  "DENO_DEPLOYMENT_ID",
  "GITHUB_SHA",
  "NODE_ENV",
];

/**
 * Lists what Deno needs to be told to serve the page.
 *
 * @param settings How it is run.
 * @param root The directory of the app.
 * @returns Options of `deno run`.
 */
export function listPermissions(settings: Settings, root: string): string[] {
  const { demo, endpoint, host, port } = settings;
  const address = host.includes(":") ? `[${host}]` : host;
  const lookups = demo ? "127.0.0.1" : readHost(endpoint);
  return [
    `--allow-net=${address}:${port},${lookups}`,
    `--allow-env=${[...listVariables(), ...FRESH_ENV].join(",")}`,
    `--allow-read=${root}`,
  ];
}

function readHost(endpoint: string): string {
  const { hostname, port, protocol } = new URL(endpoint);
  return `${hostname}:${port || (protocol === "https:" ? 443 : 80)}`;
}

/** Asks the one place that reads variables which it reads. */
function listVariables(): string[] {
  const names: string[] = [];
  readSettings((name) => {
    names.push(name);
    return undefined;
  });
  return names;
}
