// deno-lint-ignore-file no-console -- a script prints
/**
 * Looks up who is behind a device, in Deno.
 *
 * ```sh
 * KUGOU_ACCESS_TOKEN=… deno run --allow-net --allow-env examples/lookup.ts LAEG4YJE1A/dev01
 * ```
 *
 * @module
 */

import { KUGOU_ENDPOINT, KugouClient, KugouError } from "@kugou-iot/client";

const [deviceId = ""] = Deno.args;
try {
  const client = new KugouClient({
    accessToken: Deno.env.get("KUGOU_ACCESS_TOKEN") ?? "",
    endpoint: Deno.env.get("KUGOU_ENDPOINT") ?? KUGOU_ENDPOINT,
  });
  const { user } = await client.userInfo({ deviceId });
  console.log(user.nickname);
  for (const [name, { state, end }] of Object.entries(user.memberships)) {
    console.log(`${name}: ${state}`, end?.toISOString() ?? "");
  }
} catch (error) {
  if (!(error instanceof KugouError)) throw error;
  console.error(error.message);
  Deno.exit(1);
}
