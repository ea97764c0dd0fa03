import { assertEquals } from "@std/assert";
import {
  KUGOU_ERROR_CODES,
  KugouApiError,
  type KugouError,
  KugouInputError,
  KugouNetworkError,
  KugouPermissionError,
  KugouProtocolError,
  KugouTimeoutError,
} from "../../mod.ts";
import { initOf, statusHeaders, statusOf } from "../../lib/web/status.ts";

const status = (error: KugouError) => statusOf({ errors: [error] });

const api = (code: string) =>
  new KugouApiError({
    code,
    serverMessage: "",
    status: 200,
    retryAfterMs: null,
  });

const protocol = (status: number) =>
  new KugouProtocolError({
    status,
    expected: "JSON",
    excerpt: "",
    retryAfterMs: null,
  });

Deno.test("every documented code has a status that fits its class", () => {
  const statuses = {
    input: 400,
    auth: 401,
    "not-found": 404,
    unsupported: 422,
    limit: 429,
    server: 502,
    unknown: 502,
  };
  for (const [code, info] of Object.entries(KUGOU_ERROR_CODES)) {
    assertEquals(status(api(code)), statuses[info.class], code);
  }
  assertEquals(status(api("Sample.Undocumented")), 502);
});

Deno.test("a failure without a code has a status that says whose fault it is", () => {
  const text = { en: "sample", zh: "示例" };
  const problem = { reason: text, expected: text, example: null };
  assertEquals(status(new KugouInputError("deviceId", problem)), 400);
  assertEquals(status(new KugouNetworkError("sample", "headers")), 502);
  const details = { phase: "body", limit: "timeoutMs", limitMs: 1 } as const;
  assertEquals(status(new KugouTimeoutError(details)), 504);
  assertEquals(status(protocol(503)), 502);
  assertEquals(status(protocol(200)), 502);
  assertEquals(status(protocol(429)), 429);
  assertEquals(status(new KugouPermissionError("--allow-net")), 500);
});

Deno.test("a failure with a code links to its explanation, whatever the code", () => {
  const link = (error: KugouError) => initOf({ errors: [error] }).headers.link;
  assertEquals(link(api("200003")), '</errors?q=200003>; rel="help"');
  assertEquals(
    link(api('A>b; "ç\ud800\r\n')),
    '</errors?q=A%3Eb%3B+%22%C3%A7%EF%BF%BD%0D%0A>; rel="help"',
  );
  assertEquals(link(api("x".repeat(100_000)))!.length < 1_000, true);
  assertEquals(link(protocol(502)), undefined);
});

Deno.test("a time to wait is rounded up to whole seconds", () => {
  assertEquals(statusHeaders(429, 1), { "retry-after": "1" });
  assertEquals(statusHeaders(429, 1_001), { "retry-after": "2" });
  assertEquals(statusHeaders(429, null), {});
});
