import { KugouClient, type KugouClientOptions } from "@kugou-iot/client";

/** A token that no other text contains. */
export const TOKEN = "8b4a70dd16105f00c0ffee00deadbeef18edd4e78a3bb8ec";
export const DEVICE = "LAEG4YJE1A/dev01";

/** Retries at once, so that tests do not wait. */
export const AT_ONCE = { limit: 2, baseDelayMs: 0 };

export function clientFor(
  server: { endpoint: string },
  options: Partial<KugouClientOptions> = {},
): KugouClient {
  return new KugouClient({
    accessToken: TOKEN,
    endpoint: server.endpoint,
    retry: AT_ONCE,
    ...options,
  });
}
