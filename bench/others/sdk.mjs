// A lookup by Tencent's SDK, which sends through the `wx` of a mini-program and
// logs every request. Run as a script of Node: node sdk.mjs ENDPOINT TOKEN DEVICE
// deno-lint-ignore-file no-console -- it is its log that is silenced
import process from "node:process";
import sdk from "qcloud-iotexplorer-appdev-sdk";

const { AppDevSdk } = sdk;
const print = console.log;
for (const level of ["log", "info", "warn"]) console[level] = () => {};

globalThis.wx = {
  request({ url, method, data, success, fail }) {
    const headers = { "content-type": "application/json" };
    fetch(url, { method, headers, body: JSON.stringify(data) })
      .then(async (response) =>
        success({ statusCode: response.status, data: await response.json() })
      )
      .catch((error) => fail({ errMsg: `request:fail ${error.message}` }));
  },
};

export function createSdkLookup(endpoint, AccessToken, DeviceId) {
  const app = new AppDevSdk({
    getAccessToken: () => Promise.resolve({ Token: AccessToken }),
    // The SDK adds the last part of the path by itself.
    apiUrl: endpoint.slice(0, endpoint.lastIndexOf("/") + 1),
    enableAccessTokenCache: false,
    reporter() {},
  });
  const data = {
    AccessToken,
    KGCommand: "user_info",
    DeviceId,
    KugouParams: {},
  };
  return () =>
    app.requestApi("AppKugouUserCommand", { ...data }, { needLogin: false });
}

if (process.argv[1]?.endsWith("sdk.mjs")) {
  const [endpoint, token, device] = process.argv.slice(2);
  print(await createSdkLookup(endpoint, token, device)());
  process.exit();
}
