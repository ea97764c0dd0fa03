/**
 * Runs the tests that its arguments choose, as `deno test` understands them, or
 * all tests and the code in the docs.
 */

import { install, runDeno } from "./deno.ts";
import { chooseDeps } from "./deps.ts";

const PERMISSIONS = [
  "--no-prompt",
  "--allow-read",
  "--allow-write",
  "--allow-run",
  "--allow-env",
  "--allow-sys",
  // This machine, and an address that belongs to none.
  "--allow-net=127.0.0.1,localhost,192.0.2.1",
];

const deps = await chooseDeps();
await install(deps);
const chosen = Deno.args.length > 0 ? Deno.args : ["--doc"];
Deno.exit(
  await runDeno(deps, ["test", "--parallel", ...PERMISSIONS, ...chosen]),
);
