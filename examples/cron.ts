/**
 * Warns each morning of memberships that end within a week, on Deno Deploy.
 *
 * Set `KUGOU_ACCESS_TOKEN`, `DEVICES` (`LAEG4YJE1A/dev01,LAEG4YJE1A/dev02`) and
 * `WEBHOOK`, the URL that takes each warning as JSON.
 *
 * ```sh
 * deno run --unstable-cron --allow-net --allow-env examples/cron.ts
 * ```
 *
 * @module
 */

import { expiresWithin, KugouClient } from "@kugou-iot/client";

/** Looks devices up: one line for each membership that ends soon, or problem. */
export async function* warnings(
  client: KugouClient,
  deviceIds: readonly string[],
  days = 7,
): AsyncGenerator<string> {
  const requests = deviceIds.map((deviceId) => ({ deviceId }));
  for await (const settled of client.userInfoMany(requests)) {
    if (settled.status === "rejected") {
      yield `${settled.deviceId}: ${settled.reason}`;
      continue;
    }
    const { user } = settled.value;
    for (const name of expiresWithin(user, days)) {
      const day = user.memberships[name].end?.toISOString().slice(0, 10);
      yield `${settled.deviceId}: ${name} of ${user.nickname} ends on ${day}`;
    }
  }
}

async function warnAll(): Promise<void> {
  const { KUGOU_ACCESS_TOKEN = "", DEVICES = "", WEBHOOK = "" } = Deno.env
    .toObject();
  const client = new KugouClient({ accessToken: KUGOU_ACCESS_TOKEN });
  for await (const text of warnings(client, DEVICES.split(","))) {
    await fetch(WEBHOOK, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ text }),
    });
  }
}

// 1:00 in UTC is 9:00 in China.
if (import.meta.main) Deno.cron("ending memberships", "0 1 * * *", warnAll);
