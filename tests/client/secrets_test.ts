import {
  type KugouAttempt,
  KugouClient,
  type KugouClientOptions,
  KugouError,
} from "@kugou-iot/client";
import { SANDBOX_FAULTS, startSandbox } from "@kugou-iot/client/sandbox";
import { assert, assertEquals } from "@std/assert";
import { AT_ONCE, clientFor, lookUp, TOKEN } from "./fixtures.ts";
import { DATA, data, error, serve, text } from "./server.ts";

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
) {
  const seen: KugouAttempt[] = [];
  const onAttempt = (attempt: KugouAttempt) => seen.push(attempt);
  const failure = await lookUp({ endpoint }, { onAttempt, ...options })
    .then(() => null, (error) => error);
  assert(failure !== null, "the lookup was to fail");
  assertNoSecret(seen.map(({ error }) => error));
  assert(!Deno.inspect(seen, { depth: 20 }).includes(TOKEN));
  assertNoSecret(failure);
  return failure;
}

/** Answers that send the token back in every way they can. */
const ECHOES: [string, (token: string, body: unknown) => Response][] = [
  [
    "an error message",
    (token) => answerOf({ Error: { Code: "200003", Message: `bad ${token}` } }),
  ],
  ["an error code", (token) => answerOf({ Error: { Code: `Bad.${token}` } })],
  [
    "the server's request id",
    (token) => answerOf({ ErrorCode: 1, RequestId: token }),
  ],
  [
    "a page that is no JSON",
    (token) => new Response(`<h1>${token}</h1>`, { status: 502 }),
  ],
  [
    "the whole request",
    (_, body) => new Response(JSON.stringify(body), { status: 400 }),
  ],
  [
    "a page in URL encoding",
    (_, body) => new Response(encodeURIComponent(JSON.stringify(body))),
  ],
  [
    "a page that is cut within the token",
    (token) => new Response(`token=${token.slice(0, 30)}`),
  ],
  [
    "a page where the excerpt is cut within the token",
    (token) => new Response("x".repeat(180) + token),
  ],
  [
    "bytes that are no UTF-8",
    (token) => new Response(new Blob([new Uint8Array([0xff]), token])),
  ],
];

function answerOf(inside: unknown): Response {
  return Response.json({ Response: inside });
}

for (const [name, answer] of ECHOES) {
  Deno.test(`the token is masked where it comes back in ${name}`, async () => {
    await using server = serve(({ body }) => answer(body.AccessToken, body));
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

const failed = (more: object) => Object.assign(new Error("failed"), more);
const THROWS: [string, (token: string) => unknown][] = [
  ["an error with the token in its message", (t) => new TypeError(`no ${t}`)],
  [
    "an error with the request as a property",
    (t) => failed({ request: { body: t } }),
  ],
  [
    "an error with headers in a map",
    (t) => failed({ headers: new Headers({ t }) }),
  ],
  [
    "an error with a secret cause",
    (t) => new Error("failed", { cause: new Error(t) }),
  ],
  ["an error with a secret name", (t) => failed({ name: t })],
  [
    "a collection of errors",
    (t) => new AggregateError([new Error(t)], "failed"),
  ],
  ["an error with a symbol key", (t) => failed({ [Symbol("t")]: t })],
  ["an error with a method", (t) => failed({ body: () => t })],
  ["a text", (t) => t],
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
