import { type Settings, VARIABLES } from "./settings.ts";

/** What Fresh itself reads at its start, to name its build. */
const FRESH_VARIABLES = [
  "CI_COMMIT_SHA",
  "DENO_DEPLOYMENT_ID",
  "GITHUB_SHA",
  "NODE_ENV",
];

/** Lists the permissions that serving the page takes, as options of `deno run`. */
export function listPermissions(settings: Settings, root: string): string[] {
  const { demo, endpoint, host, port } = settings;
  const address = host.includes(":") ? `[${host}]` : host;
  const hosts = [`${address}:${port}`, ...demo ? [] : [hostOf(endpoint)]];
  return [
    `--allow-net=${hosts.join(",")}`,
    `--allow-env=${[...VARIABLES, ...FRESH_VARIABLES].join(",")}`,
    `--allow-read=${root}`,
  ];
}

function hostOf(endpoint: string): string {
  const { hostname, port, protocol } = new URL(endpoint);
  return `${hostname}:${port || (protocol === "https:" ? 443 : 80)}`;
}
