import { assertEquals, assertRejects } from "@std/assert";
import { KugouInputError } from "../../mod.ts";
import { itemsOf, type Seen } from "./items.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);

Deno.test("a wrong line of NDJSON is an error of its own", async () => {
  const input = [
    `\ufeff{"deviceId":"P/1"}\r`,
    "",
    "  \t ",
    "not JSON",
    "[]",
    "7",
    `{"deviceId":"P/\u0000"}`,
    `{"deviceId":"P/2","accessToken":null,"params":{"a":[1]},"requestId":null}`,
    `{"deviceId":"P/3","tok":"x"}`,
    `{"deviceId":"P/3","8b4a70dd16105f18edd4e78a3bb8ec":"x"}`,
    `{}`,
    `{"deviceId":"P/4","DeviceId":"P/5"}`,
  ].join("\n");
  for (const pieceBytes of [1, 7, 1000]) {
    assertEquals(await itemsOf(input, null, pieceBytes), [
      [1, { deviceId: "P/1" }],
      [4, "it is not JSON"],
      [5, "it is not a JSON object"],
      [6, "it is not a JSON object"],
      [7, "it has a NUL character"],
      [8, { deviceId: "P/2", params: { a: [1] } }],
      [9, { deviceId: "P/3" }],
      [10, "a field may hold a secret, and would come out"],
      [11, {}],
      [12, "it has deviceId twice"],
    ]);
  }
});

Deno.test("a line of ten megabytes is an error, and its neighbors are read", async () => {
  const long = "x".repeat(10 * 1024 * 1024);
  const input = `{"deviceId":"P/1"}\n${long}\n{"deviceId":"P/3"}`;
  assertEquals(await itemsOf(input, null, 65_536), [
    [1, { deviceId: "P/1" }],
    [2, "it is longer than 1048576 characters"],
    [3, { deviceId: "P/3" }],
  ]);
});

Deno.test("a last line that is too long is an error, too", async () => {
  const long = "x".repeat(1024 * 1024 + 1);
  assertEquals(await itemsOf(`{"deviceId":"P/1"}\n${long}`), [
    [1, { deviceId: "P/1" }],
    [2, "it is longer than 1048576 characters"],
  ]);
});

Deno.test("a JSON array may be one long line", async () => {
  const note = "x".repeat(1024);
  const elements = Array(1100).fill({ deviceId: "P/1", note });
  for (const end of ["", "\n"]) {
    const items = await itemsOf(JSON.stringify(elements) + end, null, 65_536);
    assertEquals(items.length, 1100);
    assertEquals(items.at(-1), [1100, { deviceId: "P/1" }]);
  }
});

Deno.test("a JSON array may have any text in it", async () => {
  const notes = ["x".repeat(9_000_000), '],[{"\\', "\\\\", ",}"];
  const elements = notes.map((note) => ({ deviceId: "P/1", note }));
  const items = await itemsOf(JSON.stringify(elements), null, 65_536);
  assertEquals(items.map(([line]) => line), [1, 2, 3, 4]);
});

Deno.test("an input without a byte has no line", async () => {
  assertEquals(await itemsOf(""), []);
  assertEquals(await itemsOf("\n\n"), []);
});

Deno.test("one device id a line is taken, with what surrounds it", async () => {
  assertEquals(await itemsOf("P/1\n \u200bP/2\u200e \nP／3\n"), [
    [1, { deviceId: "P/1" }],
    [2, { deviceId: "P/2" }],
    [3, { deviceId: "P/3" }],
  ]);
});

Deno.test("the members of the wire are taken in NDJSON", async () => {
  const line = `{"DeviceId":"P/1","AccessToken":" t1 ","KugouParams":{"a":1}}`;
  assertEquals(await itemsOf(line), [
    [1, { deviceId: "P/1", accessToken: "t1", params: { a: 1 } }],
  ]);
});

Deno.test("a JSON array is taken, each element with its place", async () => {
  const input =
    ` [ {"deviceId":"P/1","params":{"a":[1,"]"]}},\n 7, {"deviceId":"P/3"} ] `;
  for (const format of [null, "ndjson"] as const) {
    assertEquals(await itemsOf(input, format, 5), [
      [1, { deviceId: "P/1", params: { a: [1, "]"] } }],
      [2, "it is not a JSON object"],
      [3, { deviceId: "P/3" }],
    ]);
  }
  assertEquals(await itemsOf("[]"), []);
  await assertRejects(
    () => itemsOf(`[{"deviceId":"P/1"},`),
    KugouInputError,
    "it begins like a JSON array",
  );
});

Deno.test("a number in params that would lose digits is refused, in every format", async () => {
  const params = `{"id":12345678901234567890}`;
  const reason = "a number in params would lose digits";
  const json = `{"deviceId":"P/1","params":${params}}`;
  assertEquals(await itemsOf(json), [[1, reason]]);
  assertEquals(await itemsOf(`[${json}]`), [[1, reason]]);
  const quoted = params.replaceAll('"', '""');
  assertEquals(await itemsOf(`deviceId,params\nP/1,"${quoted}"`), [[
    2,
    reason,
  ]]);
  assertEquals(
    await itemsOf(`{"deviceId":"P/1","params":{"id":9007199254740991}}`),
    [[1, { deviceId: "P/1", params: { id: 9007199254740991 } }]],
  );
});

Deno.test("UTF-16 and GB18030 are read as what they are", async () => {
  const text = `{"deviceId":"P/设备"}\n`;
  const expected: Seen[] = [[1, { deviceId: "P/设备" }]];
  const units = Uint16Array.from(`\ufeff${text}`, (it) => it.charCodeAt(0));
  const little = new Uint8Array(units.buffer);
  assertEquals(await itemsOf(little), expected);
  const big = little.map((_, i) => little[i ^ 1]!);
  assertEquals(await itemsOf(big, null, 3), expected);
  const gbk = Uint8Array.from([
    ...bytesOf(`{"deviceId":"P/`),
    ...[0xc9, 0xe8, 0xb1, 0xb8],
    ...bytesOf(`"}\n`),
  ]);
  assertEquals(await itemsOf(gbk), expected);
});

Deno.test("lines that end in CR alone are lines", async () => {
  const text = "deviceId\rP/1\rP/2";
  const expected: Seen[] = [[2, { deviceId: "P/1" }], [3, { deviceId: "P/2" }]];
  for (const pieceBytes of [Infinity, 12]) {
    assertEquals(await itemsOf(text, "csv", pieceBytes), expected);
    assertEquals(await itemsOf(`${text}\r`, "csv", pieceBytes), expected);
  }
  const mixed = `deviceId\r\nP/1\r\nP/2\r\n`;
  for (const pieceBytes of [1, 9, 10, Infinity]) {
    assertEquals(await itemsOf(mixed, "csv", pieceBytes), expected);
  }
});

Deno.test("a line that is not UTF-8 among others that are is an error of its own", async () => {
  const input = Uint8Array.from([
    ...bytesOf("deviceId\nP/1\n"),
    ...[0xff, 0x0a],
    ...bytesOf("P/设备\n"),
  ]);
  assertEquals(await itemsOf(input, "csv"), [
    [2, { deviceId: "P/1" }],
    [3, "it is not UTF-8"],
    [4, { deviceId: "P/设备" }],
  ]);
});

Deno.test("a JSON array of device ids is taken", async () => {
  assertEquals(await itemsOf(`["P/1", "phone"]`), [
    [1, { deviceId: "P/1" }],
    [2, "it is not a JSON object"],
  ]);
});

Deno.test("UTF-16 without a byte order mark is read as what it is", async () => {
  const units = Uint16Array.from("P/设\n", (it) => it.charCodeAt(0));
  const little = new Uint8Array(units.buffer);
  assertEquals(await itemsOf(little), [[1, { deviceId: "P/设" }]]);
  const big = little.map((_, i) => little[i ^ 1]!);
  assertEquals(await itemsOf(big), [[1, { deviceId: "P/设" }]]);
});
