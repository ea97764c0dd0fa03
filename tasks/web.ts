/**
 * Builds the page, then serves it from a process that has no more permissions
 * than that takes. `--built` serves what the last build made.
 */

import { build } from "./build.ts";
import { denoArgs, runDeno } from "./deno.ts";
import { chooseDeps, type Deps } from "./deps.ts";

const ROOT = `${import.meta.dirname}/..`;

/** Asked of a process, for what reads the settings imports packages. */
async function askPermissions(deps: Deps): Promise<string[]> {
  const script = `${ROOT}/tasks/permissions.ts`;
  const { code, stdout } = await new Deno.Command(Deno.execPath(), {
    args: denoArgs(deps, ["run", "--allow-env", script, ROOT]),
    stderr: "inherit",
  }).output();
  if (code !== 0) Deno.exit(code);
  return JSON.parse(new TextDecoder().decode(stdout));
}

// Lookups within this machine, in plain http, are no business of a proxy.
const direct = Deno.env.get("NO_PROXY") ?? Deno.env.get("no_proxy");
Deno.env.set(
  "NO_PROXY",
  [direct, "localhost", "127.0.0.1", "::1"].filter(Boolean).join(","),
);

const deps = await chooseDeps();
// First of all, so that a setting that cannot be costs no build.
const permissions = await askPermissions(deps);
const code = Deno.args.includes("--built") ? 0 : await build(deps);
const serve = ["run", "--no-prompt", ...permissions, `${ROOT}/tasks/serve.ts`];
Deno.exit(code || await runDeno(deps, serve));
