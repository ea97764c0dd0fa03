/** Serves what the last build made. */

import { readSettings } from "../lib/web/env.ts";
import { serve } from "../lib/web/serve.ts";

// No build is there when this file is checked.
const built = new URL("../_fresh/server.js", import.meta.url).href;
const { default: { fetch } } = await import(built);

await serve(fetch, readSettings());
// A sandbox or a database would keep the process alive.
Deno.exit(0);
