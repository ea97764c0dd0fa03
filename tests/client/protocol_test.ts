import { KugouPermissionError, KugouProtocolError } from "@kugou-iot/client";
import {
  assert,
  assertEquals,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import { DENO_ARGS, run } from "../command.ts";
import {
  clientFor,
  DEVICE,
  failure,
  lookUp,
  NOWHERE,
  TOKEN,
} from "./fixtures.ts";
import { type Answer, DATA, data, serve, text } from "./server.ts";

async function refused(answer: Answer): Promise<KugouProtocolError> {
  await using server = serve(answer);
  return await failure(KugouProtocolError, server, { retry: false });
}

Deno.test("a proxy's error page is shown with its status and an excerpt on one line", async () => {
  const error = await refused(
    text("<h1>\n\tBad\x1b gateway\n</h1>", { status: 502 }),
  );
  assertEquals([error.status, error.excerpt], [502, "<h1> Bad gateway </h1>"]);
  assertStringIncludes(error.message, "HTTP status is 502");
});

Deno.test("an excerpt is cut at 200 characters", async () => {
  const error = await refused(text("x".repeat(5000)));
  assertEquals(error.excerpt, `${"x".repeat(199)}…`);
});

Deno.test("an empty body is called empty", async () => {
  const error = await refused(text(""));
  assertEquals(error.excerpt, "");
  assertStringIncludes(error.message, "body is empty");
});

for (const status of [301, 302, 303, 307, 308]) {
  Deno.test(`a redirect of status ${status} is not followed`, async () => {
    await using other = serve(data(DATA));
    const error = await refused(
      text("", { status, headers: { location: other.endpoint } }),
    );
    assertEquals([error.status, error.expected, error.retryable], [
      status,
      "an answer and not a redirect",
      false,
    ]);
    assertEquals(other.seen.length, 0);
  });
}

Deno.test("a redirect that a browser hides is not followed either", async () => {
  const opaque = { status: 0, headers: new Headers(), body: null } as Response;
  const client = clientFor(NOWHERE, { fetch: () => Promise.resolve(opaque) });
  const error = await assertRejects(
    () => client.userInfo({ deviceId: DEVICE }),
    KugouProtocolError,
  );
  assertEquals(error.expected, "an answer and not a redirect");
});

Deno.test("JSON counts whatever content type it is sent with", async () => {
  await using server = serve(
    text(JSON.stringify({ code: 0, data: { Data: DATA } }), {
      headers: { "content-type": "text/html" },
    }),
  );
  const { user } = await lookUp(server);
  assertEquals(user.id, DATA.userid);
});

Deno.test("a body that is not UTF-8 is refused and not guessed at", async () => {
  const error = await refused(text(new Uint8Array([0x7b, 0xff, 0xfe, 0x7d])));
  assertEquals([error.expected, error.excerpt], [
    "text in UTF-8",
    "{\ufffd\ufffd}",
  ]);
});

Deno.test("deeply nested JSON is read or refused, but never a crash", async () => {
  const error = await refused(text("[".repeat(500_000) + "]".repeat(500_000)));
  assertEquals(error.status, 200);
});

Deno.test("a missing network permission names the flag that is missing", async () => {
  const denied = () => {
    const error = new Error('Requires net access to "127.0.0.1:1"');
    error.name = "NotCapable";
    return Promise.reject(error);
  };
  const error = await failure(KugouPermissionError, NOWHERE, { fetch: denied });
  assertEquals([error.flag, error.attempts], ["--allow-net=127.0.0.1:1", 0]);
});

Deno.test("the flag that the message names is really the one that was missing", async () => {
  await using server = serve(data(DATA));
  const code = `import { KugouClient } from "@kugou-iot/client";
    const client = new KugouClient({ accessToken: "${TOKEN}", endpoint: "${server.endpoint}" });
    try {
      console.log((await client.userInfo({ deviceId: "${DEVICE}" })).user.id);
    } catch (error) {
      console.log(error.flag);
    }`;
  const script = await Deno.makeTempFile({
    suffix: ".ts",
    dir: import.meta.dirname!,
  });
  try {
    await Deno.writeTextFile(script, code);
    const runScript = (...flags: string[]) => {
      const args = ["run", ...DENO_ARGS, "--no-prompt", ...flags, script];
      return run(Deno.execPath(), args);
    };
    const flag = await runScript();
    assert(flag.startsWith("--allow-net=127.0.0.1:"), flag);
    assertEquals(await runScript(flag), DATA.userid);
  } finally {
    await Deno.remove(script);
  }
});
