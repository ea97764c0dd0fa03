/**
 * Serves, as the page is served, an answer that takes a while.
 *
 * @module
 */

import { openLog } from "../../../lib/web/log.ts";
import { serve } from "../../../lib/web/serve.ts";

const log = openLog();

await serve(async () => {
  await log({ state: "in flight" });
  await new Promise((resolve) => setTimeout(resolve, 400));
  return new Response("done", { headers: { "x-request-id": "1" } });
}, { host: "127.0.0.1", port: 0, accessLog: false });
