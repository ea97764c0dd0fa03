import {
  KugouClient,
  type KugouClientOptions,
  type KugouInputError,
  type KugouManyRequest,
  type KugouSettled,
} from "@kugou-iot/client";
import { assert, assertEquals, assertMatch, assertRejects } from "@std/assert";

/** A token that no other text contains. */
export const TOKEN = "8b4a70dd16105f00c0ffee00deadbeef18edd4e78a3bb8ec";
export const DEVICE = "LAEG4YJE1A/dev01";

/** Where nobody listens. */
export const NOWHERE = { endpoint: "http://127.0.0.1:1/" };

/** Retries at once, so that tests do not wait. */
export const AT_ONCE = { limit: 2, baseDelayMs: 0 };

type Options = Partial<KugouClientOptions>;

export function clientFor(
  server: { endpoint: string },
  options: Options = {},
): KugouClient {
  return new KugouClient({
    accessToken: TOKEN,
    endpoint: server.endpoint,
    retry: AT_ONCE,
    ...options,
  });
}

/** Looks {@linkcode DEVICE} up. */
export function lookUp(server: { endpoint: string }, options: Options = {}) {
  return clientFor(server, options).userInfo({ deviceId: DEVICE });
}

/** The error that the lookup of {@linkcode DEVICE} ends with. */
export function failure<E extends Error>(
  // deno-lint-ignore no-explicit-any -- as assertRejects has it
  kind: new (...args: any[]) => E,
  server: { endpoint: string },
  options: Options = {},
): Promise<E> {
  return assertRejects(() => lookUp(server, options), kind);
}

export const delay = (ms: number) =>
  new Promise((resolve) => setTimeout(resolve, ms));

export function* requests(count: number): Generator<KugouManyRequest> {
  for (let i = 0; i < count; i++) yield { deviceId: `LAEG4YJE1A/${i}` };
}

export async function collect(
  results: AsyncIterable<KugouSettled>,
): Promise<KugouSettled[]> {
  const list = [];
  for await (const result of results) list.push(result);
  return list;
}

/** An error of an input says what is wrong and what is right, in both languages. */
export function assertHelpful(error: KugouInputError): void {
  assertMatch(error.message, /^Cannot use \S+: .+: expected .+[^.]$/);
  for (const { en, zh } of [error.reason, error.expected]) {
    assert(en !== "" && /[\p{Script=Han}]/u.test(zh), `${en} | ${zh}`);
  }
  const { kind, retryable, attempts, requestId } = error;
  assertEquals([kind, retryable, attempts, requestId], [
    "input",
    false,
    0,
    null,
  ]);
}
