/**
 * As little as forwards a lookup: it takes what the API of the page takes, and
 * hands back what the endpoint says.
 *
 * ```sh
 * deno run --allow-net=127.0.0.1 bench/web_forward.ts http://127.0.0.1:8000/
 * ```
 *
 * @module
 */

import { serve } from "../lib/web/serve.ts";

/**
 * Makes what answers the requests.
 *
 * @param endpoint Where to.
 * @returns The handler.
 */
export function forwardTo(
  endpoint: string,
): (request: Request) => Promise<Response> {
  const headers = { "content-type": "application/json" };
  return async (request) => {
    const { deviceId, accessToken, params = {} } = await request.json();
    const body = JSON.stringify({
      AccessToken: accessToken,
      RequestId: crypto.randomUUID(),
      Action: "AppKugouUserCommand",
      KGCommand: "user_info",
      DeviceId: deviceId,
      KugouParams: params,
    });
    return await fetch(endpoint, { method: "POST", headers, body });
  };
}

if (import.meta.main) {
  const [endpoint = ""] = Deno.args;
  await serve(forwardTo(endpoint), { host: "127.0.0.1", port: 0 });
}
