/** Builds the page into `_fresh/`: by Vite, or by the stand-in for Fresh. */

import { install, run, runDeno } from "./deno.ts";
import { chooseDeps, type Deps } from "./deps.ts";

const ROOT = `${import.meta.dirname}/..`;

export async function build(deps: Deps): Promise<number> {
  if (deps === "npm") {
    return await runDeno(deps, ["run", "-A", `${ROOT}/npm/build.ts`]);
  }
  await install(deps);
  return await run(Deno.execPath(), ["run", "-A", "npm:vite", "build", ROOT]);
}

if (import.meta.main) Deno.exit(await build(await chooseDeps()));
