// deno-lint-ignore-file no-console -- tasks talk to whoever runs them
/** Prints the permissions that serving the page takes, as JSON. */

import { readSettings } from "../lib/web/settings.ts";
import { listPermissions } from "../lib/web/permissions.ts";

const [root = "."] = Deno.args;
try {
  console.log(JSON.stringify(listPermissions(readSettings(), root)));
} catch (error) {
  console.error((error as Error).message);
  Deno.exit(2);
}
