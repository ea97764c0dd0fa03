import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { Refusal } from "../../../lib/cli/batch/request_fields.ts";
import { itemsOf } from "./items.ts";

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
    `P/8,,,`,
    `,`,
    `P/10,not JSON`,
    `P/11,"`,
  ].join("\n");
  const open = "it has a quote that is not closed";
  const wrong = "it is not a CSV record";
  assertEquals(await itemsOf(input, "csv"), [
    [2, open],
    [3, { deviceId: "P/3" }],
    [4, wrong],
    [5, open],
    [6, { deviceId: "P/6", params: {} }],
    [7, "it has 1 values where the header has 2"],
    [8, "it has 4 values where the header has 2"],
    [9, { deviceId: "" }],
    [10, { deviceId: "P/10", params: "not JSON" }],
    [11, open],
  ]);
});

Deno.test("a quote that nobody closes costs one line, however many follow", async () => {
  const count = 350;
  const lines = Array.from({ length: count }, (_, i) => `P/${i + 3}`);
  const input = ["deviceId", `"P/2`, ...lines].join("\n");
  const items = await itemsOf(input, "csv", 4096);
  assertEquals(items.length, count + 1);
  assertEquals(items[0], [2, "it has a quote that is not closed"]);
  assertEquals(items.at(-1), [count + 2, { deviceId: `P/${count + 2}` }]);
});

Deno.test("a line that is no text ends an open record, and both are errors", async () => {
  const bytes = new TextEncoder().encode(`deviceId\n"P/2\nP/3\x00\nP/4`);
  assertEquals(await itemsOf(bytes, "csv"), [
    [2, "it has a quote that is not closed"],
    [3, "it has a NUL byte"],
    [4, { deviceId: "P/4" }],
  ]);
});

Deno.test("a header that is wrong ends the batch, and shows no token", async () => {
  const token = "8b4a70dd16105f18edd4e78a3bb8ec";
  const cases: [header: string, reason: string][] = [
    ["deviceId,device", `column 2 ("device") is unknown`],
    [`P/1,${token}`, "column 1 is unknown"],
    ["deviceId,params,deviceId", "deviceId is there twice"],
    ["accessToken", "deviceId is missing"],
    [`"deviceId`, "it has a quote that is not closed"],
  ];
  for (const [header, reason] of cases) {
    const error = await assertRejects(
      () => itemsOf(`${header}\nP/1,x`, "csv"),
      Refusal,
    );
    assertStringIncludes(error.message, reason);
    assertStringIncludes(
      error.words.zh.expected,
      "deviceId,accessToken,params,requestId",
    );
    assertEquals(error.message.includes(token), false);
  }
});
