import {
  KugouClient,
  KugouInputError,
  type KugouRequest,
  parseDeviceId,
} from "@kugou-iot/client";
import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import { assertHelpful, clientFor, DEVICE, TOKEN } from "./fixtures.ts";
import { DATA, data, serve } from "./server.ts";

const WHITE = "it contains white space";
const CONTROL = "it contains a control character, such as a line break";
const DEVICE_IDS: [string, unknown, string][] = [
  ["empty", "", "it is empty"],
  ["of two words", "LAEG4YJE1A /dev01", WHITE],
  ["with a space at its end", "LAEG4YJE1A/dev01 ", WHITE],
  ["with an ideographic space", "LAEG4YJE1A/dev\u300001", WHITE],
  ["with a line break", "LAEG4YJE1A/dev01\n", CONTROL],
  ["with a NUL", "LAEG4YJE1A/\0", CONTROL],
  ["with an escape character", "LAEG4YJE1A/\x1b[31m", CONTROL],
  ["without a slash", "LAEG4YJE1A", "it has no slash"],
  ["with two slashes", "LAEG4YJE1A/dev/01", "it has more than one slash"],
  ["without a product", "/dev01", "there is nothing before the slash"],
  ["without a name", "LAEG4YJE1A/", "there is nothing after the slash"],
  [
    "of 129 characters",
    "P/".padEnd(129, "x"),
    "it has more than 128 characters",
  ],
  [
    "with a zero-width space",
    "LAEG4YJE1A/dev\u200b01",
    "it contains an invisible character (U+200B)",
  ],
  [
    "with a left-to-right mark",
    "LAEG4YJE1A/dev01\u200e",
    "it contains an invisible character (U+200E)",
  ],
  [
    "with half a character",
    "LAEG4YJE1A/dev\ud800",
    "it contains an invisible character (U+D800)",
  ],
  [
    "with a full-width slash",
    "LAEG4YJE1A／dev01",
    "its slash is a full-width one (／)",
  ],
  ["that is a number", 42, "it is not a string"],
  ["that is missing", undefined, "it is not a string"],
];
for (const [name, deviceId, reason] of DEVICE_IDS) {
  Deno.test(`a device id ${name} is refused before anything is sent`, async () => {
    await using server = serve(data(DATA));
    const error = await assertRejects(
      () => clientFor(server).userInfo({ deviceId } as KugouRequest),
      KugouInputError,
    );
    assertEquals([error.field, error.reason.en], ["deviceId", reason]);
    assertEquals(error.example, DEVICE);
    assertHelpful(error);
    assertEquals(server.seen.length, 0);
  });
}

Deno.test("a device id of 128 characters and any unusual characters is let through", () => {
  const id = "P/".padEnd(128, "x");
  assertEquals(parseDeviceId(id).deviceName.length, 126);
  assertEquals(parseDeviceId("a-b/设备_:.@"), {
    productId: "a-b",
    deviceName: "设备_:.@",
  });
});

const circular: Record<string, unknown> = {};
circular["self"] = circular;
const PARAMS: [string, unknown, string][] = [
  ["an array", [], "it is not an object"],
  ["null", null, "it is not an object"],
  ["a text", "{}", "it is not an object"],
  ["a function", () => {}, "it is not an object"],
  [
    "an object that turns into a text",
    { toJSON: () => "x" },
    "it is not an object",
  ],
  ["an object with a bigint", { n: 1n }, "JSON cannot represent it"],
  ["an object that holds itself", circular, "JSON cannot represent it"],
];
for (const [name, params, reason] of PARAMS) {
  Deno.test(`params that are ${name} are refused before anything is sent`, async () => {
    await using server = serve(data(DATA));
    const error = await assertRejects(
      () =>
        clientFor(server).userInfo(
          { deviceId: DEVICE, params } as KugouRequest,
        ),
      KugouInputError,
    );
    assertEquals([error.field, error.reason.en], ["params", reason]);
    assertHelpful(error);
    assertEquals(server.seen.length, 0);
  });
}

for (
  const requestId of [
    "",
    "test0191119-012345",
    "6f6ee6e6-7b3a-4f0e-9a50-0123456789a",
    7,
  ]
) {
  Deno.test(`the request id ${JSON.stringify(requestId)} is refused as it is no UUID`, async () => {
    await using server = serve(data(DATA));
    const error = await assertRejects(
      () =>
        clientFor(server).userInfo(
          { deviceId: DEVICE, requestId } as KugouRequest,
        ),
      KugouInputError,
    );
    assertEquals(error.field, "requestId");
    assertHelpful(error);
    assertEquals(server.seen.length, 0);
  });
}

for (const kgCommand of ["", "two words", "line\nbreak", undefined]) {
  Deno.test(`the KGCommand ${JSON.stringify(kgCommand)} is refused`, async () => {
    await using server = serve(data(DATA));
    const error = await assertRejects(
      () =>
        clientFor(server).command(kgCommand as string, { deviceId: DEVICE }),
      KugouInputError,
    );
    assertEquals(error.field, "kgCommand");
    assertHelpful(error);
    assertEquals(server.seen.length, 0);
  });
}

Deno.test("a call without a request is refused with words, not with a crash", async () => {
  const client = new KugouClient({ accessToken: TOKEN });
  await assertRejects(
    () => client.userInfo(undefined as unknown as KugouRequest),
    KugouInputError,
    "deviceId",
  );
});

Deno.test("an input error never quotes what it was given", () => {
  const secret = "a secret in the wrong place";
  for (
    const make of [
      () => parseDeviceId(secret),
      () => new KugouClient({ accessToken: secret }),
      () =>
        new KugouClient({
          accessToken: TOKEN,
          endpoint: `https://u:${secret}@h/`,
        }),
    ]
  ) {
    const error = assertThrows(make, KugouInputError);
    assert(!Deno.inspect(error).includes(secret));
  }
});
