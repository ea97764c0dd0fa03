import { KugouInputError } from "../../mod.ts";
import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
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

Deno.test("an input without a byte has no line", async () => {
  assertEquals(await itemsOf(""), []);
  assertEquals(await itemsOf("\n\n"), []);
});

Deno.test("CSV gives what NDJSON gives, and the line where a record begins", async () => {
  const input = [
    "\ufeffdeviceId,params,accessToken,requestId\r",
    "P/1,,token-1,\r",
    "",
    `P/2,"{""a"":`,
    ``,
    ` ""b,c""}",,0191`,
    `"P/3",{},"",""`,
  ].join("\n");
  for (const pieceBytes of [1, 5, 1000]) {
    assertEquals(await itemsOf(input, "csv", pieceBytes), [
      [2, { deviceId: "P/1", accessToken: "token-1" }],
      [4, { deviceId: "P/2", params: { a: "b,c" }, requestId: "0191" }],
      [7, { deviceId: "P/3", params: {} }],
    ]);
  }
});

Deno.test("a wrong record of CSV is an error, and the next line is read", async () => {
  const input = [
    "deviceId,params",
    `"P/2`,
    `P/3,`,
    `"P/4"x,"{}"`,
    `P"5,`,
    `P/6,"{}"`,
    `P/7`,
    `P/8,,,x`,
    `,`,
    `P/10,not JSON`,
    `P/11,"`,
  ].join("\n");
  const open = "a quote is not closed";
  const wrong = "it is not a CSV record";
  assertEquals(await itemsOf(input, "csv"), [
    [2, wrong],
    [5, wrong],
    [6, { deviceId: "P/6", params: {} }],
    [7, "it has 1 values where the header has 2"],
    [8, "it has 4 values where the header has 2"],
    [9, { deviceId: "" }],
    [10, { deviceId: "P/10", params: "not JSON" }],
    [11, open],
  ]);
});

Deno.test("a quote that is never closed costs one line, however many follow", async () => {
  const count = 350;
  const lines = Array.from({ length: count }, (_, i) => `P/${i + 3}`);
  const input = ["deviceId", `"P/2`, ...lines].join("\n");
  const items = await itemsOf(input, "csv", 4096);
  assertEquals(items.length, count + 1);
  assertEquals(items[0], [2, "a quote is not closed"]);
  assertEquals(items.at(-1), [count + 2, { deviceId: `P/${count + 2}` }]);
});

Deno.test("a header that is wrong ends the batch, and shows no token", async () => {
  const token = "8b4a70dd16105f18edd4e78a3bb8ec";
  const cases: [header: string, reason: string][] = [
    ["deviceId,shop,shop", `column 3 ("shop") is there twice`],
    [`P/1,${token}`, "column 2 may hold a secret"],
    ["deviceId,params,deviceId", `column 3 ("deviceId") is there twice`],
    ["deviceId,userPassword", `column 2 ("userPassword") may hold a secret`],
    ["deviceId,user token", "--token-column"],
    ["accessToken", "deviceId is missing"],
    [`"deviceId`, "a quote is not closed"],
    ["phone", "deviceId is missing"],
  ];
  for (const [header, reason] of cases) {
    const error = await assertRejects(
      () => itemsOf(`${header}\nP/1,x`, "csv"),
      KugouInputError,
    );
    assertStringIncludes(error.message, reason);
    assertStringIncludes(
      error.expected.zh,
      "deviceId,accessToken,params,requestId",
    );
    assertEquals(error.message.includes(token), false);
  }
});

const ONE: Seen[] = [[2, { deviceId: "P/1", accessToken: "t1" }]];

for (
  const [name, input] of [
    [
      "semicolons, as Excel writes them in Europe",
      "deviceId;accessToken\nP/1;t1\n",
    ],
    ["tabs", "deviceId\taccessToken\nP/1\tt1\n"],
    ["the names of the wire", "DeviceId,AccessToken\nP/1,t1\n"],
    ["names with underscores", "device_id,access_token\nP/1,t1\n"],
    ["names in quotes, with spaces", '"Device ID"," Access Token"\nP/1,t1\n'],
  ] as const
) {
  Deno.test(`CSV with ${name} is taken`, async () => {
    assertEquals(await itemsOf(input), ONE);
  });
}

Deno.test("CSV that says its separator is taken", async () => {
  assertEquals(await itemsOf("sep=;\ndeviceId;params\nP/1;{}\n"), [
    [3, { deviceId: "P/1", params: {} }],
  ]);
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

Deno.test("empty columns at the end, as spreadsheets leave them, do not count", async () => {
  assertEquals(await itemsOf("deviceId,,\nP/1,,\nP/2,,x\n"), [
    [2, { deviceId: "P/1" }],
    [3, "it has 3 values where the header has 1"],
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
