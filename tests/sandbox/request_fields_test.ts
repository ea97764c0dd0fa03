import { assertEquals, assertStringIncludes } from "@std/assert";
import { type Sandbox, startSandbox } from "../../lib/sandbox/mod.ts";
import { type Answered, answerTo, wireBody } from "./ask.ts";

const TEXT_FIELDS = [
  "AccessToken",
  "RequestId",
  "Action",
  "KGCommand",
  "DeviceId",
];

function askWith(
  sandbox: Sandbox,
  different: Record<string, unknown>,
): Promise<Answered> {
  const body = wireBody(sandbox, "LAEG4YJE1A/dev01", different);
  return answerTo(sandbox.endpoint, body);
}

Deno.test("each missing field has an error that names it", async () => {
  await using sandbox = await startSandbox();
  for (const field of [...TEXT_FIELDS, "KugouParams"]) {
    const { Error } = await askWith(sandbox, { [field]: undefined });
    assertEquals(Error, {
      Code: "InvalidParameterValue",
      Message: `${field} is missing`,
    });
  }
});

Deno.test("each empty field has an error that names it", async () => {
  await using sandbox = await startSandbox();
  for (const field of TEXT_FIELDS) {
    const { Error } = await askWith(sandbox, { [field]: "" });
    assertEquals(Error?.Message, `${field} is empty`);
  }
});

Deno.test("each field of a wrong type has an error that names both", async () => {
  await using sandbox = await startSandbox();
  const values = [[7, "a number"], [null, "null"], [[], "an array"], [
    {},
    "an object",
  ]];
  for (const field of TEXT_FIELDS) {
    for (const [value, name] of values) {
      const { Error } = await askWith(sandbox, { [field]: value });
      assertEquals(
        Error?.Message,
        `${field} must be a string, current value is ${name}`,
      );
    }
  }
});

Deno.test("KugouParams that is no object is the music service's 200001", async () => {
  await using sandbox = await startSandbox();
  for (const KugouParams of [null, [], "{}", 7, true]) {
    const { ErrorCode, ErrorMsg } = await askWith(sandbox, { KugouParams });
    assertEquals(ErrorCode, 200001);
    assertStringIncludes(ErrorMsg ?? "", "KugouParams must be an object");
  }
});

Deno.test("another Action is not supported", async () => {
  await using sandbox = await startSandbox();
  const { Error } = await askWith(sandbox, { Action: "AppGetFamilyList" });
  assertEquals(Error?.Code, "UnsupportedOperation");
  assertStringIncludes(Error?.Message ?? "", '"AppGetFamilyList"');
});

Deno.test("another KGCommand is the music service's 200005", async () => {
  await using sandbox = await startSandbox();
  const answer = await askWith(sandbox, { KGCommand: "song_url" });
  assertEquals(answer.ErrorCode, 200005);
  assertStringIncludes(answer.ErrorMsg ?? "", '"song_url"');
});

Deno.test("a token that the sandbox does not know is refused and not repeated", async () => {
  await using sandbox = await startSandbox();
  const { Error } = await askWith(sandbox, { AccessToken: "another-token" });
  assertEquals(Error?.Code, "InvalidParameterValue.InvalidAccessToken");
  assertEquals(Error?.Message.includes("another-token"), false);
});

Deno.test("a DeviceId that can never be right has an error that names it", async () => {
  await using sandbox = await startSandbox();
  const ids = ["dev01", "/dev01", "A/", "A/b/c", "A/ b", "A/\u0007", "A/\n"];
  for (const DeviceId of [...ids, `A/${"b".repeat(127)}`]) {
    const { Error } = await askWith(sandbox, { DeviceId });
    assertEquals(Error?.Code, "InvalidParameterValue");
    assertStringIncludes(Error?.Message ?? "", "DeviceId must be");
  }
});

Deno.test("an unknown product and an unknown device have their own codes", async () => {
  await using sandbox = await startSandbox();
  const product = await askWith(sandbox, { DeviceId: "XXXXXXXXXX/dev01" });
  assertEquals(product.Error?.Code, "ResourceNotFound.StudioProductNotExist");
  const device = await askWith(sandbox, { DeviceId: "LAEG4YJE1A/dev99" });
  assertEquals(device.Error?.Code, "ResourceNotFound.DeviceNotExist");
});

Deno.test("fields that are not documented, and ids that are no UUID, are fine", async () => {
  await using sandbox = await startSandbox();
  const answer = await askWith(sandbox, {
    RequestId: "q",
    uin: "unknown",
    RegionId: 1,
    KugouParams: { any: ["thing"] },
  });
  assertEquals(answer.ErrorCode, 0);
});
