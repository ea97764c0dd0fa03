/**
 * Serves, as the page is served, what tests ask for: server.ts GRACE_MS
 *
 * @module
 */

import { readBody } from "../../../lib/web/body.ts";
import { openLog } from "../../../lib/web/log.ts";
import { serve } from "../../../lib/web/serve.ts";

const log = openLog();
const settings = { host: "127.0.0.1", port: 0, accessLog: true };

await serve(
  async (request) => {
    const { pathname } = new URL(request.url);
    const inFlight = log({ state: "in flight", padding: "-".repeat(300) });
    if (pathname === "/slow") {
      await inFlight;
      await new Promise((resolve) => setTimeout(resolve, 400));
    }
    if (pathname === "/body") await readBody(request, "text/plain");
    return new Response("done", { headers: { "x-request-id": "1" } });
  },
  settings,
  Number(Deno.args[0]),
);
Deno.exit(0);
