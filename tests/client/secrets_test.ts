import {
  KugouClient,
  type KugouClientOptions,
  KugouError,
} from "@kugou-iot/client";
import { SANDBOX_FAULTS, startSandbox } from "@kugou-iot/client/sandbox";
import { assert, assertEquals } from "@std/assert";
import { AT_ONCE, clientFor, DEVICE, lookUp, TOKEN } from "./fixtures.ts";
import { type Answer, DATA, data, error, serve, text } from "./server.ts";

/** Each text that a person, a log or a debugger may make of an error. */
function everyTextOf(error: unknown): string[] {
  const texts = [
    JSON.stringify(error),
    String(error),
    Deno.inspect(error, { depth: 20, showHidden: true }),
  ];
  for (let e: unknown = error; e instanceof Error; e = e.cause) {
    texts.push(e.message, e.stack ?? "", String(e));
    for (const key of Reflect.ownKeys(e)) {
      texts.push(Deno.inspect(Reflect.get(e, key)));
    }
  }
  return texts;
}

function assertNoSecret(error: unknown, secret = TOKEN): void {
  for (const form of [secret, secret.slice(0, 12)]) {
    for (const text of everyTextOf(error)) assert(!text.includes(form), text);
  }
}

async function failureOf(
  endpoint: string,
  options: Partial<KugouClientOptions> = {},
  deviceId = DEVICE,
) {
  const seen: unknown[] = [];
  const client = clientFor({ endpoint }, {
    onAttempt: (attempt) => seen.push(attempt),
    ...options,
  });
  const failure = await client.userInfo({ deviceId }).then(
    () => null,
    (error) => error,
  );
  assert(failure !== null, "the lookup was to fail");
  assertNoSecret(seen.map((attempt) => (attempt as { error: unknown }).error));
  assert(!Deno.inspect(seen, { depth: 20 }).includes(TOKEN));
  assertNoSecret(failure);
  return failure;
}

/** Answers that send the token back in every way they can. */
const ECHOES: [string, Answer][] = [
  [
    "an error message",
    (seen) =>
      error(
        "InvalidParameterValue.InvalidAccessToken",
        `bad ${seen.body.AccessToken}`,
      )(seen, 0, null!),
  ],
  [
    "an error code",
    (seen) => error(`Bad.${seen.body.AccessToken}`)(seen, 0, null!),
  ],
  [
    "the server's request id",
    (seen) =>
      Response.json({
        Response: { ErrorCode: 1, RequestId: seen.body.AccessToken },
      }),
  ],
  [
    "a page that is no JSON",
    (seen) =>
      new Response(`<h1>${seen.body.AccessToken}</h1>`, { status: 502 }),
  ],
  [
    "the whole request",
    (seen) => new Response(JSON.stringify(seen.body), { status: 400 }),
  ],
  [
    "a page in URL encoding",
    (seen) => new Response(encodeURIComponent(JSON.stringify(seen.body))),
  ],
  [
    "a page that is cut within the token",
    (seen) => new Response(`token=${seen.body.AccessToken.slice(0, 30)}`),
  ],
  [
    "a page where the excerpt is cut within the token",
    (seen) => new Response("x".repeat(180) + seen.body.AccessToken),
  ],
  [
    "bytes that are no UTF-8",
    (seen) =>
      new Response(
        new Uint8Array([
          0xff,
          ...new TextEncoder().encode(seen.body.AccessToken),
        ]),
      ),
  ],
];
for (const [name, answer] of ECHOES) {
  Deno.test(`the token is masked where it comes back in ${name}`, async () => {
    await using server = serve(answer);
    await failureOf(server.endpoint);
  });
}

for (const { name } of SANDBOX_FAULTS) {
  Deno.test(`no text of the failure after the fault ${name} has the token`, async () => {
    await using server = await startSandbox({
      accessToken: TOKEN,
      slowMs: 60_000,
    });
    const client = clientFor(server, { timeoutMs: 100, retry: false });
    const failure = await client.userInfo({ deviceId: `SANDBOXFLT/${name}` })
      .then(() => null, (error) => error);
    if (failure !== null) {
      assert(failure instanceof KugouError);
      assertNoSecret(failure);
    }
  });
}

Deno.test("no text of a refused connection has the token", async () => {
  await failureOf("http://127.0.0.1:1/");
});

const THROWS: [string, (token: string) => unknown][] = [
  [
    "an error with the token in its message",
    (token) => new TypeError(`no ${token}`),
  ],
  [
    "an error with the request as a property",
    (token) => Object.assign(new Error("failed"), { request: { body: token } }),
  ],
  [
    "an error with headers in a map",
    (token) =>
      Object.assign(new Error("failed"), {
        headers: new Headers({ t: token }),
      }),
  ],
  [
    "an error with a secret cause",
    (token) => new Error("failed", { cause: new Error(token) }),
  ],
  [
    "an error with a secret name",
    (token) => Object.assign(new Error("failed"), { name: token }),
  ],
  [
    "a collection of errors",
    (token) => new AggregateError([new Error(token)], "failed"),
  ],
  [
    "an error with a symbol key",
    (token) => Object.assign(new Error("failed"), { [Symbol("t")]: token }),
  ],
  [
    "an error with a method",
    (token) => Object.assign(new Error("failed"), { body: () => token }),
  ],
  ["a text", (token) => token],
  ["an object", (token) => ({ token })],
];
for (const [name, make] of THROWS) {
  Deno.test(`a fetch of the caller's own that throws ${name} leaks nothing`, async () => {
    const failure = await failureOf("http://127.0.0.1:1/", {
      fetch: () => Promise.reject(make(TOKEN)),
    });
    assertEquals(failure.kind, "network");
  });
}

Deno.test("an error that holds itself as its cause is no trap", async () => {
  const loop: Error & { self?: unknown } = new Error("failed");
  loop.self = loop;
  await failureOf("http://127.0.0.1:1/", { fetch: () => Promise.reject(loop) });
});

Deno.test("a plain error of fetch is kept as the cause, so that programs can look into it", async () => {
  const cause = Object.assign(new TypeError("failed"), { code: "ECONNRESET" });
  const failure = await failureOf("http://127.0.0.1:1/", {
    fetch: () => Promise.reject(cause),
  });
  assert(failure.cause === cause);
});

Deno.test("both tokens of a function are masked", async () => {
  const list = ["first-token-of-the-user", "second-token-of-the-user"];
  await using server = serve(
    error("200003", list[0]),
    text(`${list[0]} ${list[1]}`, { status: 400 }),
  );
  let asked = 0;
  const failure = await failureOf(server.endpoint, {
    accessToken: () => list[asked++]!,
  });
  for (const token of list) assertNoSecret(failure, token);
});

Deno.test("a client shows no token when it is inspected, logged or turned into JSON", () => {
  const client = new KugouClient({ accessToken: TOKEN });
  assertEquals(JSON.stringify(client), "{}");
  assert(
    !Deno.inspect(client, { depth: 20, showHidden: true }).includes(TOKEN),
  );
});

Deno.test("an error as JSON has what a log needs", async () => {
  await using server = serve(error("ResourceNotFound.DeviceNotExist", "gone"));
  const failure = await failureOf(server.endpoint, { retry: AT_ONCE });
  const json = JSON.parse(JSON.stringify(failure));
  assertEquals(
    {
      name: json.name,
      kind: json.kind,
      code: json.code,
      class: json.class,
      attempts: json.attempts,
      server: json.serverRequestId,
    },
    {
      name: "KugouApiError",
      kind: "api",
      code: "ResourceNotFound.DeviceNotExist",
      class: "not-found",
      attempts: 1,
      server: "server-1",
    },
  );
  assertEquals(json.requestIds, [server.seen[0]!.body.RequestId]);
  assert(!("stack" in json));
});

Deno.test("a result does not bring the token home either", async () => {
  await using server = serve(data(DATA));
  const result = await lookUp(server);
  assert(
    !Deno.inspect(result, { depth: 20, showHidden: true }).includes(TOKEN),
  );
});
