import { assert, assertEquals } from "@std/assert";
import { startSandbox } from "../../lib/sandbox/mod.ts";
import { hideToken } from "../../lib/web/hide_token.ts";
import { type Handler, makeApp, post, postJson } from "./app.ts";

const TOKEN = "secret-0a1b2c3d4e5f60718293a4b5c6d7e8f9";

/** Everything of a response that anybody could see. */
async function dump(handler: Handler, request: Request): Promise<string> {
  const response = await handler(request);
  const headers = [...response.headers].map((header) => header.join(": "));
  return [response.status, ...headers, await response.text()].join("\n");
}

const DEVICES = [
  "LAEG4YJE1A/dev01",
  "LAEG4YJE1A/nobody",
  "SANDBOXERR/InternalError",
  "SANDBOXFLT/echo-token",
  "SANDBOXFLT/echo-token-html",
  "SANDBOXFLT/reset",
  "no slash",
  TOKEN,
  `${TOKEN}/${TOKEN}`,
];

for (const deviceId of DEVICES) {
  Deno.test(`the token is in nothing that comes back for ${deviceId}`, async () => {
    await using sandbox = await startSandbox({ accessToken: TOKEN });
    const { handler, log, bugs } = await makeApp({
      endpoint: sandbox.endpoint,
    });
    const lookup = { deviceId, accessToken: TOKEN };
    const json = { accept: "application/json" };
    const seen = [
      await dump(handler, post(lookup)),
      await dump(handler, post(lookup, json)),
      await dump(handler, post({ ...lookup, params: TOKEN })),
      await dump(handler, post({ ...lookup, params: `{"a":"${TOKEN}"}` })),
      await dump(handler, postJson(lookup)),
      await dump(handler, postJson({ ...lookup, params: { [TOKEN]: TOKEN } })),
      JSON.stringify(log),
      bugs.map((bug) => Deno.inspect(bug)).join("\n"),
    ];
    for (const text of seen) assertEquals(text.includes(TOKEN), false, text);
  });
}

Deno.test("a token that the server puts into its data is taken out", async () => {
  const data = Object.fromEntries([
    ["nick_name", TOKEN],
    [TOKEN, { deep: [TOKEN] }],
  ]);
  const { handler } = await makeApp({
    fetch: () =>
      Promise.resolve(
        Response.json({
          Response: { Data: data, ErrorCode: 0, ErrorMsg: "", RequestId: "1" },
        }),
      ),
  });
  const lookup = { deviceId: "A/b", accessToken: TOKEN };
  for (const request of [post(lookup), postJson(lookup)]) {
    const text = await dump(handler, request);
    assert(text.startsWith("200"));
    assertEquals(text.includes(TOKEN), false);
  }
});

Deno.test("a short token that the server sends back does not come back either", async () => {
  const token = "zq7x";
  const Error = { Code: "InternalError", Message: `bad token ${token}` };
  const { handler } = await makeApp({
    fetch: () => Promise.resolve(Response.json({ Response: { Error } })),
  });
  const lookup = { deviceId: "A/b", accessToken: token };
  for (const request of [post(lookup), postJson(lookup)]) {
    const text = await dump(handler, request);
    assert(text.includes("bad token ***"));
    assertEquals(text.includes(token), false);
  }
});

Deno.test("a token in the field of the device id does not come back", async () => {
  const { handler } = await makeApp();
  for (const deviceId of [TOKEN, `${TOKEN}/x+8=`]) {
    const lookup = { deviceId, accessToken: "" };
    for (const accept of ["text/html", "application/json"]) {
      const text = await dump(handler, post(lookup, { accept }));
      assertEquals(text.includes(TOKEN), false);
    }
  }
});

Deno.test("a token in the address or in odd headers is not logged", async () => {
  const { handler, log, bugs } = await makeApp();
  const headers = { "x-token": TOKEN, "user-agent": TOKEN, referer: TOKEN };
  const origin = "http://127.0.0.1:8000";
  for (const path of [`/?accessToken=${TOKEN}`, `/${TOKEN}`, "/errors"]) {
    const text = await dump(handler, new Request(origin + path, { headers }));
    assertEquals(text.includes(TOKEN), false, path);
  }
  await dump(handler, new Request(origin, { method: TOKEN }));
  const refused = { method: "POST", headers: { origin: "null" } };
  await dump(handler, new Request(`${origin}/${TOKEN}`, refused));
  assertEquals(JSON.stringify([log, bugs]).includes(TOKEN), false);
  assertEquals(log.length, 5);
});

Deno.test("the field of the token is neither filled in nor offered to be saved", async () => {
  const { handler } = await makeApp();
  const html = await dump(
    handler,
    post({ deviceId: "no slash", accessToken: TOKEN }),
  );
  const [input = ""] = html.match(/<input[^>]*name="accessToken"[^>]*>/) ?? [];
  assert(input.includes('type="password"'));
  assert(input.includes('autocomplete="off"'));
  assertEquals(input.includes("value="), false);
});

Deno.test("a token is taken out of every text, and names of our own stay", () => {
  for (
    const token of [TOKEN, '"quoted\\and/slashed', "+%&=+%&=+%&=", "state"]
  ) {
    const value = { state: [`a ${token}`, 1, null, true], other: "text" };
    const hidden = { state: ["a ***", 1, null, true], other: "text" };
    assertEquals(hideToken(value, token), hidden as never);
  }
});

Deno.test("where there is no token, nothing is changed", () => {
  const value = { text: "“quoted”", none: undefined };
  for (const token of [TOKEN, "", undefined, 7]) {
    assertEquals(hideToken(value, token), value);
  }
});
