/**
 * Runs the tests that its arguments choose, as `deno test` understands them, or
 * all tests and the code in the docs.
 */

import { install, runDeno } from "./deno.ts";
import { chooseDeps } from "./deps.ts";

const deps = await chooseDeps();
await install(deps);
const chosen = Deno.args.length > 0 ? Deno.args : ["--doc"];
Deno.exit(await runDeno(deps, ["test", "-A", "--parallel", ...chosen]));
