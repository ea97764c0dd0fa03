import { assert, assertEquals, assertMatch } from "@std/assert";
import { SANDBOX_DEVICES, startSandbox } from "../../lib/sandbox/mod.ts";
import openapi from "../../static/openapi.json" with { type: "json" };
import { get, makeApp, ORIGIN, postJson } from "./app.ts";
import { assertSchema } from "./schema.ts";

const DOCUMENTED = Object.keys(
  openapi.paths["/api/user-info"].post.responses,
);

/** Asks the API through the whole app, and holds the answer to its schema. */
async function ask(lookup: Record<string, unknown>) {
  await using sandbox = await startSandbox();
  const { endpoint, accessToken } = sandbox;
  const { handler } = await makeApp({ endpoint });
  const response = await handler(postJson({ accessToken, ...lookup }));
  const body = await response.json();
  assert(DOCUMENTED.includes(String(response.status)));
  assertSchema(response.ok ? "UserInfo" : "Failure", body);
  return { response, body };
}

Deno.test("the API answers with the user, and both request ids in headers", async () => {
  const { response, body } = await ask({ deviceId: "LAEG4YJE1A/dev01" });
  assertEquals(response.status, 200);
  assertEquals(response.headers.get("content-type"), "application/json");
  assertEquals(body.user.memberships.vip.state, "active");
  assertEquals(body.data.nick_name, "Sample User");
  assertEquals(
    response.headers.get("x-kugou-request-id"),
    body.requestId,
  );
  assertMatch(response.headers.get("x-request-id") ?? "", /^[\da-f-]{36}$/);
});

Deno.test("every device of the sandbox is answered as the schema says", async () => {
  for (const { id } of SANDBOX_DEVICES) {
    const { response } = await ask({ deviceId: id });
    assertEquals(response.status, 200, id);
  }
});

for (
  const [deviceId, status] of [
    ["LAEG4YJE1A/nobody", 404],
    ["SANDBOXERR/UnauthorizedOperation", 401],
    ["SANDBOXERR/UnsupportedOperation", 422],
    ["SANDBOXERR/LimitExceeded.FamilyDeviceExceedLimit", 429],
    ["SANDBOXERR/Sample.Undocumented", 502],
    ["SANDBOXFLT/redirect", 502],
  ] as const
) {
  Deno.test(`the API answers ${deviceId} with ${status}, as the schema says`, async () => {
    const { response, body } = await ask({ deviceId });
    assertEquals(response.status, status);
    assertMatch(body.error.requestId, /^[\da-f-]{36}$/);
  });
}

Deno.test("the API links a code to the page that explains it", async () => {
  const { response, body } = await ask({ deviceId: "LAEG4YJE1A/nobody" });
  const link = response.headers.get("link") ?? "";
  const [, path = ""] = /^<([^>]+)>; rel="help"$/.exec(link) ?? [];
  const { handler } = await makeApp();
  const html = await (await handler(get(path))).text();
  assert(html.includes(`id="${body.error.code}"`), link);
  assert(html.includes("1 match"));
  const found = await ask({ deviceId: "LAEG4YJE1A/dev01" });
  assertEquals(found.response.headers.get("link"), null);
});

Deno.test("the API names every wrong field", async () => {
  const { response, body } = await ask({ accessToken: 7, params: [] });
  assertEquals(response.status, 400);
  assertEquals(
    body.error.problems.map(({ field }: { field: string }) => field),
    ["deviceId", "accessToken", "params"],
  );
  assertEquals(body.error.requestId, null);
});

Deno.test("the API sends parameters on as they are", async () => {
  const sent: unknown[] = [];
  const { handler } = await makeApp({
    fetch: (_url, init) => {
      sent.push(JSON.parse(String(init?.body)).KugouParams);
      return Promise.resolve(Response.json({
        Response: { Data: {}, ErrorCode: 0, ErrorMsg: "", RequestId: "1" },
      }));
    },
  });
  const params = { sample: [1, { deep: true }] };
  const response = await handler(
    postJson({ deviceId: "A/b", accessToken: "a-token-1234", params }),
  );
  await response.body?.cancel();
  assertEquals(response.status, 200);
  assertEquals(sent, [params]);
});

for (const body of ["", "{", "[]", "null", '"text"']) {
  Deno.test(`the API answers a body of ${JSON.stringify(body)} with 400`, async () => {
    const { handler } = await makeApp();
    const response = await handler(postJson(body));
    assertEquals(response.status, 400);
    assertSchema("Failure", await response.json());
  });
}

Deno.test("the API refuses a body that is no UTF-8", async () => {
  const { handler } = await makeApp();
  const text = '{"deviceId":"A/b","accessToken":"a-token-1234"}';
  const bytes = new TextEncoder().encode(text);
  bytes[text.indexOf("b")] = 0xff;
  const headers = { "content-type": "application/json" };
  const request = new Request(`${ORIGIN}/api/user-info`, {
    ...{ method: "POST", headers, body: bytes },
  });
  const response = await handler(request);
  assertEquals(response.status, 400);
  assertSchema("Failure", await response.json());
});

for (const deviceId of ["A/\ud800", "A/b\udfff", "A/b\ufffd"]) {
  Deno.test(`the API refuses the damaged id ${JSON.stringify(deviceId)} by its field`, async () => {
    const { response, body } = await ask({ deviceId });
    assertEquals(response.status, 400);
    assertEquals(body.error.field, "deviceId");
  });
}

/** Nested so deep that a function that calls itself runs out of stack. */
function nest(depth: number): string {
  return `${"[".repeat(depth)}${"]".repeat(depth)}`;
}

Deno.test("parameters that are nested too deep are bad input, and no bug", async () => {
  const { handler, bugs } = await makeApp();
  const response = await handler(postJson(
    `{"deviceId":"A/b","accessToken":"a-token-1234","params":{"a":${
      nest(7_000)
    }}}`,
  ));
  const { error } = await response.json();
  assertEquals(response.status, 400);
  assertEquals([error.kind, error.field], ["input", "params"]);
  assertEquals(bugs, []);
});

Deno.test("an answer that is nested too deep is the fault of who sent it", async () => {
  const { handler, bugs } = await makeApp({
    fetch: () =>
      Promise.resolve(
        new Response(
          `{"Response":{"Data":{"odd":${
            nest(5_000)
          }},"ErrorCode":0,"RequestId":"1"}}`,
          { headers: { "content-type": "application/json" } },
        ),
      ),
  });
  const lookup = { deviceId: "A/b", accessToken: "a-token-1234" };
  const response = await handler(postJson(lookup));
  const { error } = await response.json();
  assertEquals([response.status, error.kind], [502, "protocol"]);
  assertEquals(bugs, []);
});

for (
  const path of [
    "/api/user-info?from=a/api/user-info",
    "/api/user-info?",
  ]
) {
  Deno.test(`the API answers at ${path} as without all that`, async () => {
    await using sandbox = await startSandbox();
    const { endpoint, accessToken } = sandbox;
    const { handler, log } = await makeApp({ endpoint });
    const lookup = { deviceId: "LAEG4YJE1A/dev01", accessToken };
    for (const at of ["/api/user-info", path]) {
      const response = await handler(postJson(lookup, {}, at));
      assertEquals(response.status, 200);
      assertSchema("UserInfo", await response.json());
    }
    const logged = log.map(({ path, status }) => `${path} ${status}`);
    assertEquals(logged, ["/api/user-info 200", "/api/user-info 200"]);
  });
}

for (const path of ["/?to=/api/user-info", "/#/api/user-info"]) {
  Deno.test(`${path} is no address of the API`, async () => {
    const { handler } = await makeApp();
    const own = { "sec-fetch-site": "same-origin" };
    const response = await handler(postJson({}, own, path));
    assertEquals(response.status, 415);
    assertMatch(await response.text(), /^<!DOCTYPE html>/);
    const strange = await handler(postJson({}, {}, path));
    await strange.body?.cancel();
    assertEquals(strange.status, 403);
  });
}

Deno.test("the API refuses in the language that is asked for", async () => {
  const { handler } = await makeApp();
  const refusals = ["en", "zh-CN"].map(async (language) => {
    const headers = { "accept-language": language };
    const response = await handler(postJson("{", headers));
    return (await response.json()).error.message;
  });
  const [english, chinese] = await Promise.all(refusals);
  assertMatch(english, /JSON/);
  assertMatch(english, /^[\0-\x7f]+$/);
  assertMatch(chinese, /[\u4e00-\u9fff]/);
});

Deno.test("the API takes at most 16 KiB, announced or not", async () => {
  const { handler } = await makeApp();
  const body = JSON.stringify({ params: { text: "x".repeat(16 * 1024) } });
  const announced = await handler(
    postJson(body, { "content-length": String(body.length) }),
  );
  assertEquals(announced.status, 413);
  assertSchema("Failure", await announced.json());
  const streamed = await handler(postJson(body));
  assertEquals(streamed.status, 413);
  await streamed.body?.cancel();
});

Deno.test("the schema is served as a file, and linked from every page", async () => {
  const { handler } = await makeApp();
  assertEquals(
    await (await handler(get("/openapi.json"))).json(),
    openapi,
  );
  assertMatch(
    await (await handler(get("/errors"))).text(),
    /<a href="\/openapi\.json/,
  );
});
