/** The API of the page as a bare server that forwards: forward.ts ENDPOINT */
import { requestBody } from "./endpoint.ts";

const [endpoint = ""] = Deno.args;
const headers = { "content-type": "application/json" };

Deno.serve({ hostname: "127.0.0.1", port: 0 }, async (request) => {
  const { deviceId, accessToken } = await request.json();
  const body = JSON.stringify({
    ...requestBody(deviceId),
    AccessToken: accessToken,
  });
  return await fetch(endpoint, { method: "POST", headers, body });
});
