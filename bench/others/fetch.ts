import { readAnswer, requestBody } from "./endpoint.ts";

export async function byFetch(
  endpoint: string,
  deviceId?: string,
): Promise<unknown> {
  const response = await fetch(endpoint, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(requestBody(deviceId)),
    signal: AbortSignal.timeout(10_000),
  });
  return readAnswer(await response.json());
}
