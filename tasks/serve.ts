// deno-lint-ignore-file no-console -- tasks talk to whoever runs them
/** Serves what the last build made. */

import { KugouInputError } from "../mod.ts";
import { serve } from "../lib/web/serve.ts";
import { readSettings } from "../lib/web/settings.ts";

// No build is there when this file is checked.
const built = new URL("../_fresh/server.js", import.meta.url).href;
try {
  const settings = readSettings();
  const { default: { fetch } } = await import(built);
  await serve(fetch, settings);
} catch (error) {
  if (!(error instanceof KugouInputError)) throw error;
  console.error(error.message);
  Deno.exit(2);
}
// A sandbox or a database would keep the process alive.
Deno.exit(0);
