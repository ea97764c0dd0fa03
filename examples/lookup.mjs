// deno-lint-ignore-file no-console -- a script prints
/**
 * Looks up who is behind a device, in Node.js 20 or later.
 *
 * ```sh
 * npm install @kugou-iot/client@npm:kugou-iot
 * KUGOU_ACCESS_TOKEN=… node examples/lookup.mjs LAEG4YJE1A/dev01
 * ```
 */

import process from "node:process";
import { KUGOU_ENDPOINT, KugouClient, KugouError } from "@kugou-iot/client";

const [deviceId = ""] = process.argv.slice(2);
try {
  const client = new KugouClient({
    accessToken: process.env.KUGOU_ACCESS_TOKEN ?? "",
    endpoint: process.env.KUGOU_ENDPOINT ?? KUGOU_ENDPOINT,
  });
  const { user } = await client.userInfo({ deviceId });
  console.log(user.nickname);
  for (const [name, { state, end }] of Object.entries(user.memberships)) {
    console.log(`${name}: ${state}`, end?.toISOString() ?? "");
  }
} catch (error) {
  if (!(error instanceof KugouError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
