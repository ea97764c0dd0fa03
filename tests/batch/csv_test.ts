import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { KugouInputError } from "../../mod.ts";
import { itemsOf, type Seen } from "./items.ts";

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

Deno.test("empty columns at the end, as spreadsheets leave them, do not count", async () => {
  assertEquals(await itemsOf("deviceId,,\nP/1,,\nP/2,,x\n"), [
    [2, { deviceId: "P/1" }],
    [3, "it has 3 values where the header has 1"],
  ]);
});

Deno.test("a first line that cannot be read says why", async () => {
  const cases: [text: string, reason: string][] = [
    [`"deviceId`, "a quote is not closed"],
    ["PK\x03\x04\x14\0\0\n", "a NUL character"],
    ["x".repeat(2 ** 20 + 1), "it is longer than"],
  ];
  for (const [text, reason] of cases) {
    const error = await assertRejects(
      () => itemsOf(text, "csv"),
      KugouInputError,
    );
    assertStringIncludes(error.message, `Cannot use FILE: `);
    assertStringIncludes(error.message, reason);
  }
});
