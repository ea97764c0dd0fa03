/**
 * Tencent's own SDK as the judge of whether the sandbox is true to the wire.
 * Its `requestApi` is what apps call; `requestTokenApi` is what that calls.
 *
 * @module
 */

import { assertEquals, assertMatch } from "@std/assert";
import { AppDevSdk } from "qcloud-iotexplorer-appdev-sdk";
import { type Sandbox, startSandbox } from "../../lib/sandbox/mod.ts";
import { installWx } from "./wx_shim.ts";

/** It may talk to the sandbox, and so to no one else; it gets nothing else. */
const permissions: Deno.PermissionOptions = { net: ["127.0.0.1"] };

/** What an app asks for the user of a device. */
function getUserInfo(
  { endpoint, accessToken }: Sandbox,
  deviceId: string,
  different: Record<string, unknown> = {},
): Promise<Record<string, unknown>> {
  const sdk = new AppDevSdk({
    getAccessToken: () => Promise.resolve({ Token: accessToken }),
    // The SDK adds the last part of the path by itself.
    apiUrl: endpoint.slice(0, -"tokenapi".length),
    enableAccessTokenCache: false,
    reporter() {},
  });
  return sdk.requestApi("AppKugouUserCommand", {
    AccessToken: accessToken,
    KGCommand: "user_info",
    DeviceId: deviceId,
    KugouParams: {},
    ...different,
  }, { needLogin: false });
}

/** The error that the SDK makes of an answer. */
function getError(
  sandbox: Sandbox,
  deviceId: string,
  different?: Record<string, unknown>,
): Promise<unknown> {
  return getUserInfo(sandbox, deviceId, different).then(
    (answer) => Promise.reject(new Error(`Not an error: ${answer}`)),
    (error) => error,
  );
}

Deno.test("Tencent's SDK gets user_info", { permissions }, async () => {
  await using sandbox = await startSandbox({ envelope: "gateway" });
  using wx = installWx();
  const { Data, ErrorCode } = await getUserInfo(sandbox, "LAEG4YJE1A/dev01");
  const { userid, is_vip: isVip } = Data as Record<string, unknown>;
  assertEquals([ErrorCode, userid, isVip], [0, "1000000001", 1]);
  // One without times, which differ from second to second.
  const device = sandbox.devices.find(({ name }) => name === "all-none");
  const answer = await getUserInfo(sandbox, "LAEG4YJE1A/all-none");
  assertEquals(answer.Data, device?.data(new Date()));
  const query = "?uin=unknown&cmd=AppKugouUserCommand";
  assertEquals(wx.urls, Array(2).fill(`${sandbox.endpoint}${query}`));
});

Deno.test("Tencent's SDK reads string codes", { permissions }, async () => {
  await using sandbox = await startSandbox({ envelope: "gateway" });
  using _wx = installWx();
  const codes = [
    "LimitExceeded",
    "ResourceNotFound.DeviceNotExist",
    "UnauthorizedOperation.APPNoPermissionToStudioProduct",
  ];
  for (const code of codes) {
    const error = await getError(sandbox, `SANDBOXERR/${code}`);
    assertEquals((error as { code: string }).code, code);
    assertMatch((error as { msg: string }).msg, /./);
  }
});

Deno.test("Tencent's SDK reads numeric codes", { permissions }, async () => {
  await using sandbox = await startSandbox({ envelope: "gateway" });
  using _wx = installWx();
  assertEquals(await getError(sandbox, "SANDBOXERR/200002"), {
    code: 200002,
    msg: "The system is busy, for example with a concurrent call",
  });
});

Deno.test("Tencent's SDK is told what was wrong", { permissions }, async () => {
  await using sandbox = await startSandbox({ envelope: "gateway" });
  using _wx = installWx();
  const different = { KugouParams: undefined };
  assertEquals(await getError(sandbox, "LAEG4YJE1A/dev01", different), {
    code: "InvalidParameterValue",
    msg: "KugouParams is missing",
  });
  assertEquals(await getError(sandbox, "LAEG4YJE1A/dev99"), {
    code: "ResourceNotFound.DeviceNotExist",
    msg: 'The device "dev99" does not exist in the sandbox',
  });
});

Deno.test("Tencent's SDK signs in again when the token is wrong", {
  permissions,
}, async () => {
  const codes: string[] = [];
  await using sandbox = await startSandbox({
    envelope: "gateway",
    onRequest: ({ code }) => codes.push(code),
  });
  using _wx = installWx();
  const different = { AccessToken: "another" };
  const error = await getError(sandbox, "LAEG4YJE1A/dev01", different);
  assertEquals((error as { code: string }).code, "VERIFY_LOGIN_FAIL");
  // First ours, then its own AppGetUser, which the sandbox does not have.
  assertEquals(codes[0], "InvalidParameterValue.InvalidAccessToken");
});

Deno.test("Tencent's SDK takes a reset for a failed request", {
  permissions,
}, async () => {
  await using sandbox = await startSandbox({ envelope: "gateway" });
  using _wx = installWx();
  const error = await getError(sandbox, "SANDBOXFLT/reset");
  assertEquals((error as { code: string }).code, "WX_API_FAIL");
});
