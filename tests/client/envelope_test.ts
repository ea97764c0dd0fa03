import { KugouApiError, KugouProtocolError } from "@kugou-iot/client";
import { assertEquals, assertRejects } from "@std/assert";
import { lookUp } from "./fixtures.ts";
import { DATA, serve } from "./server.ts";

async function read(answer: unknown, init?: ResponseInit) {
  await using server = serve(() => Response.json(answer, init));
  return await lookUp(server, { retry: false });
}

const GOOD: [string, unknown][] = [
  ["the page's", {
    Response: { Data: DATA, ErrorCode: 0, ErrorMsg: "", RequestId: "s" },
  }],
  ["the page's, its code a text", {
    Response: { Data: DATA, ErrorCode: "0", RequestId: "s" },
  }],
  ["the page's, without a code", { Response: { Data: DATA, RequestId: "s" } }],
  ["the page's, its code empty", {
    Response: { Data: DATA, ErrorCode: "", RequestId: "s" },
  }],
  ["the gateway's", {
    code: 0,
    msg: "",
    data: { Data: DATA, ErrorCode: 0, RequestId: "s" },
  }],
  ["the gateway's, its code a text", {
    code: "0",
    data: { Data: DATA, RequestId: "s" },
  }],
  ["the gateway's, without a code", { data: { Data: DATA, RequestId: "s" } }],
];
for (const [name, answer] of GOOD) {
  Deno.test(`data is read from ${name} envelope`, async () => {
    const { user, serverRequestId } = await read(answer);
    assertEquals(user.id, DATA.userid);
    assertEquals(serverRequestId, "s");
  });
}

const BAD: [string, unknown, string, string][] = [
  [
    "the page's number",
    { Response: { ErrorCode: 200003, ErrorMsg: "expired", RequestId: "s" } },
    "200003",
    "expired",
  ],
  [
    "the page's text",
    { Response: { Data: {}, ErrorCode: "200003", ErrorMsg: "expired" } },
    "200003",
    "expired",
  ],
  [
    "the sibling pages'",
    { Response: { Error: { Code: "InternalError", Message: "oops" } } },
    "InternalError",
    "oops",
  ],
  ["the gateway's own", { code: 404, msg: "gone", data: {} }, "404", "gone"],
  [
    "the gateway's own, without data",
    { code: "ResourceNotFound", msg: "gone" },
    "ResourceNotFound",
    "gone",
  ],
  [
    "the gateway's own, its data null",
    { code: 1, msg: "gone", data: null },
    "1",
    "gone",
  ],
  [
    "the inside of the gateway's",
    {
      code: 1,
      msg: "x",
      data: { Error: { Code: "LimitExceeded", Message: "slow" } },
    },
    "LimitExceeded",
    "slow",
  ],
  [
    "the inside of a gateway's that is content",
    { code: 0, data: { ErrorCode: 200006, ErrorMsg: "m" } },
    "200006",
    "m",
  ],
  [
    "the gateway's own around data",
    { code: 7, msg: "m", data: { Data: {}, RequestId: "s" } },
    "7",
    "m",
  ],
  [
    "a message that is no text",
    { Response: { ErrorCode: 5, ErrorMsg: { why: 1 } } },
    "5",
    '{"why":1}',
  ],
];
for (const [name, answer, code, message] of BAD) {
  Deno.test(`an error code is read from ${name}`, async () => {
    const error = await assertRejects(() => read(answer), KugouApiError);
    assertEquals([error.code, error.serverMessage], [code, message]);
  });
}

Deno.test("an error without a code is still an API error", async () => {
  const error = await assertRejects(
    () => read({ Response: { Error: { Message: "oops" } } }),
    KugouApiError,
  );
  assertEquals([error.code, error.class], ["", "unknown"]);
});

const NEITHER: unknown[] = [
  null,
  1,
  "text",
  [],
  {},
  { Response: null },
  { Response: [] },
  { Response: {} },
  { Response: { RequestId: "s" } },
  { code: 0 },
  { code: 0, data: null },
  { code: 0, data: [] },
  { code: 0, data: {} },
  { data: "text" },
  { Data: DATA },
];
for (const answer of NEITHER) {
  Deno.test(`${JSON.stringify(answer).slice(0, 40)} is no envelope`, async () => {
    const error = await assertRejects(() => read(answer), KugouProtocolError);
    assertEquals(error.status, 200);
    assertEquals(error.retryable, false);
  });
}

Deno.test("an API error is read whatever the HTTP status", async () => {
  const answer = {
    Response: { Error: { Code: "LimitExceeded", Message: "" } },
  };
  const error = await assertRejects(
    () => read(answer, { status: 429, headers: { "retry-after": "7" } }),
    KugouApiError,
  );
  assertEquals([error.class, error.status, error.retryAfterMs], [
    "limit",
    429,
    7000,
  ]);
});

Deno.test("an unknown code of a server in trouble is retryable by its status", async () => {
  const answer = { code: 1, msg: "upstream" };
  const error = await assertRejects(
    () => read(answer, { status: 503 }),
    KugouApiError,
  );
  assertEquals([error.class, error.retryable], ["unknown", true]);
});

Deno.test("data under an HTTP status that is no success is not believed", async () => {
  const error = await assertRejects(
    () => read({ Response: { Data: DATA } }, { status: 404 }),
    KugouProtocolError,
  );
  assertEquals(error.expected, "sent with HTTP status 200");
});
