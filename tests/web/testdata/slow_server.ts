/**
 * Serves, as the page is served, an answer that takes a while.
 *
 * @module
 */

import { writeLogLine } from "../../../lib/web/access_log.ts";
import { serve } from "../../../lib/web/serve.ts";

await serve(async () => {
  writeLogLine({ state: "in flight" });
  await new Promise((resolve) => setTimeout(resolve, 400));
  return new Response("done");
}, { host: "127.0.0.1", port: 0 });
