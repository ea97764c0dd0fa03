import { assertEquals, assertMatch } from "@std/assert";
import { startSandbox } from "../../lib/sandbox/mod.ts";
import { answerTo, send, wireBody } from "./ask.ts";

Deno.test("a body that is no JSON object is refused with what was wrong", async () => {
  await using sandbox = await startSandbox();
  const cases: [string, RegExp][] = [
    ["", /not JSON/],
    ["AccessToken=x", /not JSON/],
    ['{"AccessToken":', /not JSON/],
    ["[]", /must be an object, current value is an array/],
    ["null", /must be an object, current value is null/],
    ["7", /must be an object, current value is a number/],
  ];
  for (const [body, message] of cases) {
    const { Error } = await answerTo(sandbox.endpoint, body);
    assertEquals(Error?.Code, "InvalidParameter");
    assertMatch(Error?.Message ?? "", message);
  }
});

Deno.test("a body that is not UTF-8 is refused", async () => {
  await using sandbox = await startSandbox();
  const response = await send(sandbox.endpoint, "", {
    body: new Uint8Array([0x22, 0xff, 0x22]),
  });
  const { Error } = (await response.json()).Response;
  assertMatch(Error.Message, /not JSON in UTF-8/);
});

Deno.test("a body over 1 MiB is refused", async () => {
  await using sandbox = await startSandbox();
  const body = wireBody(sandbox, "LAEG4YJE1A/dev01", {
    KugouParams: { note: "x".repeat(1024 * 1024) },
  });
  const { Error } = await answerTo(sandbox.endpoint, body);
  assertMatch(Error?.Message ?? "", /at most 1048576 bytes/);
});

Deno.test("the content type must be JSON, with any charset", async () => {
  await using sandbox = await startSandbox();
  const body = JSON.stringify(wireBody(sandbox, "LAEG4YJE1A/dev01"));
  const ask = async (type: string) => {
    const headers = { "content-type": type };
    const response = await send(sandbox.endpoint, body, { headers });
    return (await response.json()).Response;
  };
  assertEquals((await ask("application/json; charset=utf-8")).ErrorCode, 0);
  assertEquals((await ask("Application/JSON")).ErrorCode, 0);
  for (const type of ["text/plain", "application/jsonx", ""]) {
    const { Error } = await ask(type);
    assertEquals(Error.Code, "InvalidParameter");
    assertMatch(Error.Message, /content-type must be application\/json/);
  }
});
