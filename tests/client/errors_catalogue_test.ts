import {
  explainErrorCode,
  isKnownErrorCode,
  KUGOU_ERROR_CODES,
  KugouApiError,
} from "@kugou-iot/client";
import { assert, assertEquals, assertFalse, assertMatch } from "@std/assert";
import { failure } from "./fixtures.ts";
import { error, serve } from "./server.ts";

/** Written down from document 1081/60575 and the music-service documents. */
const DOCUMENTED = `
InternalError server yes
InvalidParameterValue input no
InvalidParameterValue.InvalidAccessToken auth fresh-token
InvalidParameterValue.InternalRPCError server yes
ResourceNotFound not-found no
ResourceNotFound.DeviceNotExist not-found no
ResourceNotFound.StudioProductNotExist not-found no
ResourceNotFound.AppNotExists not-found no
UnsupportedOperation unsupported no
UnsupportedOperation.DeviceNotGateway unsupported no
UnsupportedOperation.NotBindVirtualDevice unsupported no
UnsupportedOperation.DeviceNotBind unsupported no
UnsupportedOperation.CannotBindSameFamily unsupported no
LimitExceeded limit yes
LimitExceeded.FamilyDeviceExceedLimit limit no
UnauthorizedOperation auth no
UnauthorizedOperation.APPNoPermissionToStudioProduct auth no
200001 input no
200002 limit yes
200003 auth fresh-token
200004 unsupported no
200005 unsupported no
200006 server yes
200200 limit no
400000 auth fresh-token
400001 server yes
400002 input no
InvalidParameter input no
InvalidParameterValue.TokenNotExist auth fresh-token
InvalidParameterValue.TokenIsExpire auth fresh-token
InvalidParameterValue.NoPermission auth no
`.trim().split("\n").map((line) => line.split(" ") as [string, string, string]);

Deno.test("the catalogue has the 17 codes of the page, the 10 of the music service, and 4 of sibling pages", () => {
  const entries = Object.entries(KUGOU_ERROR_CODES);
  assertEquals(
    entries.map(([code, info]) => `${code} ${info.class} ${info.retry}`).sort(),
    DOCUMENTED.map((row) => row.join(" ")).sort(),
  );
  const counts = { page: 0, tme: 0, sibling: 0 };
  for (const [, info] of entries) counts[info.source]++;
  assertEquals(counts, { page: 17, tme: 10, sibling: 4 });
});

Deno.test("each code has its meaning and a hint in English and in Chinese", () => {
  for (const info of Object.values(KUGOU_ERROR_CODES)) {
    for (const { en, zh } of [info.meaning, info.hint]) {
      assertMatch(en, /^[A-Z][\x20-\x7e]+[^.]$/);
      assertMatch(zh, /\p{Script=Han}.*[^。]$/u);
    }
  }
});

for (const [code, errorClass, retry] of DOCUMENTED) {
  Deno.test(`the server's ${code} becomes an error of class ${errorClass}`, async () => {
    await using server = serve(error(code, "why"));
    const caught = await failure(KugouApiError, server, { retry: false });
    assertEquals(caught.code, code);
    assertEquals(caught.class, errorClass);
    assertEquals(caught.retry, retry);
    assertEquals(caught.retryable, retry === "yes");
    assertEquals(caught.hint, explainErrorCode(code).hint);
    assertEquals(caught.serverMessage, "why");
    assertEquals(caught.serverRequestId, "server-1");
  });
}

Deno.test("an unknown code falls to the class of its longest known prefix", () => {
  const cases = [
    ["ResourceNotFound.RoomNotExist", "not-found", "ResourceNotFound"],
    [
      "LimitExceeded.FamilyDeviceExceedLimit.Deeper",
      "limit",
      "LimitExceeded.FamilyDeviceExceedLimit",
    ],
    ["InvalidParameterValue.New", "input", "InvalidParameterValue"],
    ["UnauthorizedOperation.", "auth", "UnauthorizedOperation"],
  ] as const;
  for (const [code, errorClass, basedOn] of cases) {
    const explanation = explainErrorCode(code);
    assertEquals([explanation.code, explanation.class, explanation.basedOn], [
      code,
      errorClass,
      basedOn,
    ]);
  }
});

Deno.test("a code without a known prefix is unknown and shown as sent", () => {
  for (
    const code of [
      "200999",
      "ResourceNotFoundX",
      "Brand.New",
      "",
      ".",
      "toString",
      "__proto__",
    ]
  ) {
    const explanation = explainErrorCode(code);
    assertEquals([explanation.code, explanation.class, explanation.basedOn], [
      code,
      "unknown",
      null,
    ]);
    assertEquals(explanation.retry, "no");
  }
});

Deno.test("only catalogued codes are known", () => {
  assert(isKnownErrorCode("LimitExceeded"));
  assertFalse(isKnownErrorCode("LimitExceeded.New"));
  assertFalse(isKnownErrorCode("constructor"));
});
