import {
  assert,
  assertEquals,
  assertGreater,
  assertMatch,
  assertRejects,
  assertThrows,
} from "@std/assert";
import { startSandbox } from "../../lib/sandbox/mod.ts";
import { ask } from "./ask.ts";

const ONE_MIB = 1024 * 1024;

Deno.test("truncated is half of the JSON, complete as far as HTTP knows", async () => {
  await using sandbox = await startSandbox();
  const text = await (await ask(sandbox, "SANDBOXFLT/truncated")).text();
  assertMatch(text, /^\{"Response":\{"Data":/);
  assertThrows(() => JSON.parse(text), SyntaxError);
});

Deno.test("empty is HTTP 200 without a byte", async () => {
  await using sandbox = await startSandbox();
  const response = await ask(sandbox, "SANDBOXFLT/empty");
  assertEquals(response.status, 200);
  assertEquals(await response.text(), "");
});

Deno.test("invalid-utf8 is JSON but for its bytes", async () => {
  await using sandbox = await startSandbox();
  const response = await ask(sandbox, "SANDBOXFLT/invalid-utf8");
  const bytes = await response.arrayBuffer();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  assertThrows(() => decoder.decode(bytes), TypeError);
  assertEquals(
    JSON.parse(new TextDecoder().decode(bytes)).note,
    "\ufffd\ufffd",
  );
});

Deno.test("wrong-type is good JSON as plain text", async () => {
  await using sandbox = await startSandbox();
  const response = await ask(sandbox, "SANDBOXFLT/wrong-type");
  assertMatch(response.headers.get("content-type") ?? "", /^text\/plain/);
  assertEquals((await response.json()).Response.ErrorCode, 0);
});

Deno.test("wrong-type-html is HTTP 200 with a page", async () => {
  await using sandbox = await startSandbox();
  const response = await ask(sandbox, "SANDBOXFLT/wrong-type-html");
  assertEquals(response.status, 200);
  assertMatch(response.headers.get("content-type") ?? "", /^text\/html/);
  assertMatch(await response.text(), /^<html>/);
});

Deno.test("oversized announces its length, oversized-chunked does not", async () => {
  await using sandbox = await startSandbox();
  const announced = await ask(sandbox, "SANDBOXFLT/oversized");
  assertGreater(Number(announced.headers.get("content-length")), ONE_MIB);
  assertEquals((await announced.json()).Response.ErrorCode, 0);
  const chunked = await ask(sandbox, "SANDBOXFLT/oversized-chunked");
  assertEquals(chunked.headers.get("content-length"), null);
  const bytes = await chunked.arrayBuffer();
  assertGreater(bytes.byteLength, ONE_MIB);
  JSON.parse(new TextDecoder().decode(bytes));
});

Deno.test("an oversized body may be left unread", async () => {
  await using sandbox = await startSandbox();
  for (const fault of ["oversized", "oversized-chunked"]) {
    const response = await ask(sandbox, `SANDBOXFLT/${fault}`);
    await response.body?.cancel();
  }
});

Deno.test("echo-token repeats the token in the message and as a request id", async () => {
  await using sandbox = await startSandbox({ accessToken: "sample-token" });
  const response = await ask(sandbox, "SANDBOXFLT/echo-token");
  const { Error, RequestId } = (await response.json()).Response;
  assertMatch(Error.Message, /sample-token/);
  assertEquals(RequestId, "sample-token");
});

Deno.test("echo-token-html repeats the token in a page", async () => {
  await using sandbox = await startSandbox({ accessToken: "sample-token" });
  const response = await ask(sandbox, "SANDBOXFLT/echo-token-html");
  assertEquals(response.status, 400);
  assertMatch(await response.text(), /sample-token/);
});

Deno.test("a fault can be for the first requests to a device id only", async () => {
  await using sandbox = await startSandbox();
  const statuses: number[] = [];
  for (let i = 0; i < 3; i++) {
    const response = await ask(sandbox, "SANDBOXFLT/502@2");
    statuses.push(response.status);
    await response.body?.cancel();
  }
  assertEquals(statuses, [502, 502, 200]);
});

Deno.test("an unknown fault is a device that does not exist", async () => {
  await using sandbox = await startSandbox();
  const response = await ask(sandbox, "SANDBOXFLT/no-such-fault");
  const { Error } = (await response.json()).Response;
  assertEquals(Error.Code, "ResourceNotFound.DeviceNotExist");
  assertMatch(Error.Message, /no fault named "no-such-fault"/);
});

Deno.test("faults come in the gateway envelope too", async () => {
  await using sandbox = await startSandbox({ envelope: "gateway" });
  const response = await ask(sandbox, "SANDBOXFLT/wrong-type");
  assertEquals((await response.json()).code, 0);
  await assertRejects(async () => {
    await (await ask(sandbox, "SANDBOXFLT/reset-body")).text();
  });
  const echo = await ask(sandbox, "SANDBOXFLT/echo-token");
  assert((await echo.json()).msg.includes(sandbox.accessToken));
});
