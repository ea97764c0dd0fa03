// deno-lint-ignore-file no-console -- tasks talk to whoever runs them
/** Serves what the last build made. */

import { KugouInputError } from "../mod.ts";
import { serve } from "../lib/web/serve.ts";
import { readSettings } from "../lib/web/settings.ts";

// No build is there when this file is checked.
const built = new URL("../_fresh/server.js", import.meta.url);
try {
  const settings = readSettings();
  if (!await Deno.stat(built).catch(() => null)) {
    console.error("There is nothing to serve yet: run deno task build first");
    Deno.exit(2);
  }
  const { default: { fetch } } = await import(built.href);
  await serve(fetch, settings);
} catch (error) {
  if (!(error instanceof KugouInputError)) throw error;
  console.error(error.message);
  Deno.exit(2);
}
// A sandbox or a database would keep the process alive.
Deno.exit(0);
