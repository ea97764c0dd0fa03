// deno-lint-ignore-file no-console -- a script prints
/**
 * A batch of one's own: a fleet with one token, which stops where that is
 * refused, slows down where nobody answers, and tells how far it is.
 *
 * ```sh
 * KUGOU_ACCESS_TOKEN=… deno run --allow-net=iot.cloud.tencent.com --allow-env examples/fleet.ts < devices.txt
 * ```
 *
 * @module
 */

import {
  KugouApiError,
  KugouClient,
  KugouNetworkError,
  type KugouSettled,
  KugouTimeoutError,
} from "@kugou-iot/client";

/** Looks devices up until 20 in a row are refused. */
export async function* lookUpFleet(
  client: KugouClient,
  deviceIds: Iterable<string> | AsyncIterable<string>,
  onProgress: (done: number) => void = () => {},
): AsyncGenerator<KugouSettled> {
  let [done, refused, unanswered] = [0, 0, 0];
  async function* requests() {
    for await (const deviceId of deviceIds) {
      if (refused >= 20) return;
      const waitMs = Math.min(30_000, 1_000 * unanswered);
      if (waitMs > 0) await new Promise((go) => setTimeout(go, waitMs));
      yield { deviceId };
    }
  }
  for await (const settled of client.userInfoMany(requests())) {
    const error = settled.status === "rejected" ? settled.reason : null;
    const isRefused = error instanceof KugouApiError && error.class === "auth";
    const isUnanswered = error instanceof KugouNetworkError ||
      error instanceof KugouTimeoutError;
    refused = isRefused ? refused + 1 : 0;
    unanswered = isUnanswered ? unanswered + 1 : 0;
    onProgress(++done);
    yield settled;
  }
}

if (import.meta.main) {
  const client = new KugouClient({
    accessToken: Deno.env.get("KUGOU_ACCESS_TOKEN") ?? "",
  });
  const text = await new Response(Deno.stdin.readable).text();
  const deviceIds = text.split(/\s+/).filter(Boolean);
  const onProgress = (done: number) =>
    console.error(`${done} of ${deviceIds.length}`);
  for await (const settled of lookUpFleet(client, deviceIds, onProgress)) {
    const { deviceId } = settled;
    if (settled.status === "rejected") console.log(deviceId, settled.reason);
    else console.log(deviceId, settled.value.user.memberships.vip.state);
  }
}
