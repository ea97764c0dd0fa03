import { assertEquals, assertMatch, assertNotEquals } from "@std/assert";
import { startSandbox } from "../../lib/sandbox/mod.ts";
import { answerFor, ask } from "./ask.ts";

Deno.test("the response envelope holds Data with ErrorCode 0", async () => {
  await using sandbox = await startSandbox();
  const response = await ask(sandbox, "LAEG4YJE1A/data-empty");
  const body = await response.json();
  assertEquals(Object.keys(body), ["Response"]);
  const { RequestId, ...rest } = body.Response;
  assertEquals(rest, { Data: {}, ErrorCode: 0, ErrorMsg: "" });
  assertMatch(RequestId, /^sandbox\d{8}-\d{6}$/);
});

Deno.test("the response envelope holds a string code in Error", async () => {
  await using sandbox = await startSandbox();
  const { RequestId, ...rest } = await answerFor(
    sandbox,
    "SANDBOXERR/LimitExceeded",
  );
  assertEquals(rest, {
    Error: { Code: "LimitExceeded", Message: "A limit was exceeded" },
  });
  assertMatch(RequestId, /./);
});

Deno.test("the response envelope holds a numeric code in ErrorCode", async () => {
  await using sandbox = await startSandbox();
  const { RequestId: _, ...rest } = await answerFor(
    sandbox,
    "SANDBOXERR/200004",
  );
  assertEquals(rest, {
    Data: {},
    ErrorCode: 200004,
    ErrorMsg: "The device is not activated",
  });
});

Deno.test("the gateway envelope holds the same in data, with code 0", async () => {
  await using sandbox = await startSandbox({ envelope: "gateway" });
  const response = await ask(sandbox, "LAEG4YJE1A/data-empty");
  const { data: { RequestId, ...data }, ...rest } = await response.json();
  assertEquals(rest, { code: 0, msg: "" });
  assertEquals(data, { Data: {}, ErrorCode: 0, ErrorMsg: "" });
  assertMatch(RequestId, /./);
});

Deno.test("the gateway envelope has a string code in data.Error, and a code that is not 0", async () => {
  await using sandbox = await startSandbox({ envelope: "gateway" });
  const response = await ask(sandbox, "SANDBOXERR/LimitExceeded");
  const { code, data } = await response.json();
  assertNotEquals(code, 0);
  assertEquals(data.Error.Code, "LimitExceeded");
});

Deno.test("the gateway envelope has a numeric code in code", async () => {
  await using sandbox = await startSandbox({ envelope: "gateway" });
  const response = await ask(sandbox, "SANDBOXERR/200002");
  const { code, msg, data } = await response.json();
  assertEquals(code, 200002);
  assertMatch(msg, /busy/);
  assertEquals(data.Error, undefined);
});

Deno.test("the server's request ids are its own, and all different", async () => {
  await using sandbox = await startSandbox();
  const first = await answerFor(sandbox, "LAEG4YJE1A/dev01");
  const second = await answerFor(sandbox, "SANDBOXERR/InternalError");
  const ids = ["test0191119-012345", first.RequestId, second.RequestId];
  assertEquals(new Set(ids).size, 3);
});
