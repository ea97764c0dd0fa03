import {
  KugouClient,
  type KugouClientOptions,
  KugouInputError,
} from "@kugou-iot/client";
import { assertEquals, assertThrows } from "@std/assert";
import { assertHelpful, TOKEN } from "./fixtures.ts";

const OPTIONS: [string, Record<string, unknown>, string][] = [
  ["an empty token", { accessToken: "" }, "accessToken"],
  ["a token with a line break", { accessToken: `${TOKEN}\n` }, "accessToken"],
  ["a token with a space", { accessToken: "a b" }, "accessToken"],
  ["a token outside of ASCII", { accessToken: "令牌" }, "accessToken"],
  ["a token that is missing", { accessToken: undefined }, "accessToken"],
  [
    "an endpoint that is no URL",
    { endpoint: "iot.cloud.tencent.com" },
    "endpoint",
  ],
  ["an endpoint that is no text", { endpoint: 1 }, "endpoint"],
  ["a plain endpoint off loopback", {
    endpoint: "http://iot.cloud.tencent.com/",
  }, "endpoint"],
  ["a plain endpoint that only looks like loopback", {
    endpoint: "http://127.0.0.1.example/",
  }, "endpoint"],
  ["an endpoint with a password", {
    endpoint: "https://user:pass@example.com/",
  }, "endpoint"],
  [
    "an endpoint with a user name",
    { endpoint: "https://user@example.com/" },
    "endpoint",
  ],
  [
    "an endpoint with a fragment",
    { endpoint: "https://example.com/#x" },
    "endpoint",
  ],
  [
    "an endpoint of another scheme",
    { endpoint: "ftp://127.0.0.1/" },
    "endpoint",
  ],
  ["a timeout of zero", { timeoutMs: 0 }, "timeoutMs"],
  ["a negative timeout", { timeoutMs: -1 }, "timeoutMs"],
  ["a timeout that is NaN", { timeoutMs: NaN }, "timeoutMs"],
  ["an endless timeout", { timeoutMs: Infinity }, "timeoutMs"],
  [
    "a timeout beyond what timers can take",
    { timeoutMs: 2 ** 31 },
    "timeoutMs",
  ],
  ["a timeout that is a text", { timeoutMs: "10s" }, "timeoutMs"],
  ["a total timeout of zero", { totalTimeoutMs: 0 }, "totalTimeoutMs"],
  ["a negative retry limit", { retry: { limit: -1 } }, "retry.limit"],
  ["half a retry", { retry: { limit: 0.5 } }, "retry.limit"],
  ["a huge retry limit", { retry: { limit: 1e9 } }, "retry.limit"],
  ["a negative delay", { retry: { baseDelayMs: -1 } }, "retry.baseDelayMs"],
  ["a delay that is NaN", { retry: { maxDelayMs: NaN } }, "retry.maxDelayMs"],
  [
    "a huge Retry-After",
    { retry: { maxRetryAfterMs: 1e12 } },
    "retry.maxRetryAfterMs",
  ],
  ["a fetch that is no function", { fetch: "fetch" }, "fetch"],
  ["an onAttempt that is no function", { onAttempt: true }, "onAttempt"],
];
for (const [name, options, field] of OPTIONS) {
  Deno.test(`a client is not made with ${name}`, () => {
    const error = assertThrows(
      () =>
        new KugouClient(
          { accessToken: TOKEN, ...options } as KugouClientOptions,
        ),
      KugouInputError,
    );
    assertEquals(error.field, field);
    assertHelpful(error);
  });
}

Deno.test("a client is not made without options", () => {
  assertThrows(
    () => new KugouClient(undefined as unknown as KugouClientOptions),
    KugouInputError,
  );
});

Deno.test("plain http is let through on loopback, however it is written", () => {
  for (
    const host of ["127.0.0.1:8080", "localhost", "[::1]:1", "127.1", "0x7f.1"]
  ) {
    new KugouClient({
      accessToken: TOKEN,
      endpoint: new URL(`http://${host}/`),
    });
  }
});
