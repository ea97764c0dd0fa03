// deno-lint-ignore-file no-console -- tasks talk to whoever runs them
/** Serves the page by Vite, which follows every change. */

import { install, run } from "./deno.ts";
import { chooseDeps } from "./deps.ts";

const deps = await chooseDeps();
if (deps === "npm") {
  console.error("Fresh's plugin for Vite is on JSR alone: use deno task web");
  Deno.exit(1);
}
await install(deps);
Deno.exit(await run(Deno.execPath(), ["run", "-A", "npm:vite", ...Deno.args]));
