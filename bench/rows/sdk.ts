/**
 * A lookup through the client against Tencent's own SDK beside it.
 *
 * @module
 */

import { KugouClient } from "../../mod.ts";
import { installWx } from "../../tests/sandbox/wx_shim.ts";
import { DEVICE, TOKEN } from "../answer.ts";
import { compare } from "../compare.ts";
import { interleave } from "../interleave.ts";
import { below } from "../limit.ts";
import { inSequence, type Lookup } from "../lookups.ts";
import type { Row } from "../row.ts";
import { startResponder } from "../serving.ts";

/** The row. */
export const sdk: Row = {
  name: "sdk",
  how: "As in `client`, with the envelope that the SDK reads. The SDK sends " +
    "through a `wx.request` made from `fetch`, and its log is thrown away.",
  async run({ quick, say }) {
    await using responder = await startResponder("gateway");
    const { endpoint } = responder;
    const kugou = new KugouClient({ accessToken: TOKEN, endpoint });
    using _wx = installWx();
    const rounds = quick ? 5 : 100;
    const [ours, theirs] = await interleave(
      [
        () => kugou.userInfo({ deviceId: DEVICE }),
        await sdkLookup(endpoint),
      ].map((each) => inSequence(each, quick ? 20 : 100)),
      {
        rounds,
        warmUps: quick ? 2 : 15,
        budgetMs: quick ? 5_000 : 60_000,
        onRound: (round) => say(`round ${round} of ${rounds}`),
      },
    ) as [number[], number[]];
    return [compare({
      what: "a lookup through the client",
      against: "`qcloud-iotexplorer-appdev-sdk`",
      ours,
      theirs,
      judge: (ratio) => below(ratio, 1),
    })];
  },
};

async function sdkLookup(endpoint: string): Promise<Lookup> {
  const { AppDevSdk } = await import("qcloud-iotexplorer-appdev-sdk");
  const sdk = new AppDevSdk({
    getAccessToken: () => Promise.resolve({ Token: TOKEN }),
    // The SDK adds the last part of the path by itself.
    apiUrl: endpoint.slice(0, -"tokenapi".length),
    enableAccessTokenCache: false,
    reporter() {},
  });
  const data = {
    AccessToken: TOKEN,
    KGCommand: "user_info",
    DeviceId: DEVICE,
    KugouParams: {},
  };
  return () =>
    sdk.requestApi("AppKugouUserCommand", { ...data }, { needLogin: false });
}
