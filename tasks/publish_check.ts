// deno-lint-ignore-file no-console -- tasks talk to whoever runs them
/** Checks what JSR would be given; where it does not answer, all but that. */

import { install, runDeno } from "./deno.ts";
import { chooseDeps } from "./deps.ts";

const deps = await chooseDeps();
if (deps === "jsr") {
  await install(deps);
  Deno.exit(await runDeno(deps, ["publish", "--dry-run", ...Deno.args]));
}
console.error("JSR's packages are swapped for those of npm in this check");
Deno.exit(
  await runDeno(deps, ["test", "-A", "tests/package/published_test.ts"]),
);
