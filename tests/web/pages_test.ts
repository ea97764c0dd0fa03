import { assert, assertEquals, assertMatch } from "@std/assert";
import { startSandbox } from "../../lib/sandbox/mod.ts";
import { get, makeApp, ORIGIN, post } from "./app.ts";

/** Looks a device up through the whole app, as a browser without JavaScript. */
async function ask(
  deviceId: string,
  token?: string,
  params = "",
): Promise<{ response: Response; html: string }> {
  await using sandbox = await startSandbox({ slowMs: 50 });
  const { handler } = await makeApp({ endpoint: sandbox.endpoint });
  const accessToken = token ?? sandbox.accessToken;
  const response = await handler(post({ deviceId, accessToken, params }));
  return { response, html: await response.text() };
}

Deno.test("GET / shows an empty form that needs no JavaScript", async () => {
  const { handler } = await makeApp();
  const response = await handler(get("/"));
  const html = await response.text();
  assertEquals(response.status, 200);
  assertMatch(html, /<form[^>]* method="post" action="\/"/);
  assertMatch(html, /<textarea[^>]* name="deviceId"[^>]* required/);
  assertMatch(html, /<input[^>]* name="accessToken"[^>]* type="password"/);
  assertMatch(html, /<textarea[^>]* name="params"/);
});

Deno.test("a link may fill in the device id", async () => {
  const { handler } = await makeApp();
  const response = await handler(get("/?deviceId=LAEG4YJE1A%2F%22dev%3E"));
  assert((await response.text()).includes(">LAEG4YJE1A/&quot;dev></textarea>"));
});

Deno.test("POST / shows the user on the same page", async () => {
  const { response, html } = await ask("LAEG4YJE1A/dev01");
  assertEquals(response.status, 200);
  assert(html.includes("<bdi>Sample User</bdi>"));
  assert(html.includes("1000000001"));
  assert(html.includes("Valid: VIP, In-car VIP"));
  assert(html.includes("90 days left"));
  assertMatch(html, /China time<\/dt><dd><time datetime="[\d-]+T[\d:.]+Z">/i);
  assert(html.includes("&quot;vip_end_time&quot;"), "raw data");
  assert(html.includes(">LAEG4YJE1A/dev01</textarea>"), "device id stays");
});

Deno.test("fields that are not documented are listed", async () => {
  const { html } = await ask("LAEG4YJE1A/field-extra");
  assert(html.includes("Other fields"));
  assert(html.includes("<dt>sample_level</dt>"));
  assert(html.includes("{&quot;name&quot;:&quot;sample&quot;,"));
});

Deno.test("a user id beyond 2^53 keeps all its digits", async () => {
  const { html } = await ask("LAEG4YJE1A/userid-number");
  assert(html.includes('<span class="value">9007199254740993123</span>'));
});

Deno.test("a hostile nickname stays text", async () => {
  const { html } = await ask("LAEG4YJE1A/nick-hostile");
  // The properties of the island are inside of a script anyway.
  const [markup = ""] = html.split('<script type="module"');
  assertEquals(markup.includes("<script>alert(1)"), false);
  assert(html.includes("<bdi>&lt;script>alert(1)&lt;/script>"));
  const [nickname = ""] = html.match(/<bdi>.*?<\/bdi>/s) ?? [];
  assertEquals(/[\p{Cc}\u202e]/u.test(nickname), false);
});

for (
  const [nickname, shown, initial] of [
    ["\u3164", "No nickname", "?"],
    [" \u200b\u2060\ufeff ", "No nickname", "?"],
    ["\u2800\u2800", "No nickname", "?"],
    ["\u200bbob", "\u200bbob", "B"],
    ["🇨🇳 fan", "🇨🇳 fan", "🇨🇳"],
    ["👩‍🚀", "👩‍🚀", "👩‍🚀"],
    ["مرحبا", "مرحبا", "م"],
  ] as const
) {
  Deno.test(`of the nickname ${JSON.stringify(nickname)}, something is seen`, async () => {
    const { handler } = await makeApp({
      fetch: () =>
        Promise.resolve(Response.json({
          Response: {
            Data: { nick_name: nickname },
            ErrorCode: 0,
            ErrorMsg: "",
            RequestId: "1",
          },
        })),
    });
    const request = post({ deviceId: "A/b", accessToken: "a-token-1234" });
    const html = await (await handler(request)).text();
    assert(html.includes(`<bdi>${shown}</bdi>`));
    const [, letter] = html.match(/class="avatar"[^>]*>([^<]*)</) ?? [];
    assertEquals(letter, initial);
  });
}

for (
  const [device, text] of [
    ["all-expired", "All memberships have expired"],
    ["all-none", "No memberships"],
    ["data-empty", "Cannot tell whether a membership is valid"],
    ["fields-null", "The server sent no user id"],
    ["vip-flag-differs", "the VIP membership is missing or has expired"],
    ["vip-unreadable", "2099年末"],
    ["nick-emoji", "Sample 🎧 示例 👩‍🚀🇨🇳"],
  ] as const
) {
  Deno.test(`the page says what there is to say of ${device}`, async () => {
    const { response, html } = await ask(`LAEG4YJE1A/${device}`);
    assertEquals(response.status, 200);
    assert(html.includes(text), html);
  });
}

for (
  const [deviceId, status, text] of [
    ["LAEG4YJE1A/nobody", 404, "ResourceNotFound.DeviceNotExist"],
    ["SANDBOXERR/InvalidParameterValue", 400, "Invalid parameter value"],
    ["SANDBOXERR/200004", 422, "200004"],
    ["SANDBOXERR/200200", 429, "Retry: no, the same lookup fails again"],
    ["SANDBOXERR/InternalError", 502, "Retry: yes, it may succeed in a moment"],
    ["SANDBOXERR/Sample.Undocumented", 502, "A code that is not documented"],
    ["SANDBOXFLT/wrong-type-html", 502, "Unreadable response"],
    ["SANDBOXFLT/429-far", 429, "Try again in 24 h."],
  ] as const
) {
  Deno.test(`${deviceId} is answered with ${status} and what to do`, async () => {
    const { response, html } = await ask(deviceId);
    assertEquals(response.status, status);
    assert(html.includes(text), html);
    assert(html.includes("What to do"));
    assertMatch(
      html,
      /<dt>Request id<\/dt><dd><span class="value">[\da-f-]{36}/,
    );
  });
}

Deno.test("an error code links to its place in the reference", async () => {
  const { html } = await ask("LAEG4YJE1A/nobody");
  assert(
    html.includes(
      'href="/errors?deviceId=LAEG4YJE1A%2Fnobody#ResourceNotFound.DeviceNotExist"',
    ),
  );
});

Deno.test("a wrong token is answered with 401", async () => {
  const { response, html } = await ask("LAEG4YJE1A/dev01", "wrong-token-1234");
  assertEquals(response.status, 401);
  assertEquals(
    response.headers.get("www-authenticate"),
    "KugouAccessToken",
  );
  assert(html.includes("Retry: only with a fresh access token"));
});

Deno.test("a time to wait is handed on in Retry-After", async () => {
  const { response } = await ask("SANDBOXFLT/429-far");
  assertEquals(response.headers.get("retry-after"), "86400");
});

Deno.test("an endpoint that is down is answered with 502 and a retry", async () => {
  const { handler } = await makeApp();
  const response = await handler(
    post({ deviceId: "LAEG4YJE1A/dev01", accessToken: "a-token-1234" }),
  );
  const html = await response.text();
  assertEquals(response.status, 502);
  assert(html.includes("Cannot reach the endpoint"));
  assertMatch(html, /<button type="submit"[^>]* form="lookup"[^>]*>Try again/);
});

Deno.test("a certificate that was refused is not worth another try", async () => {
  const { handler } = await makeApp({
    fetch: () =>
      Promise.reject(
        new TypeError("fetch failed", {
          cause: new Error("invalid peer certificate: UnknownIssuer"),
        }),
      ),
  });
  const lookup = { deviceId: "A/b", accessToken: "a-token-1234" };
  const html = await (await handler(post(lookup))).text();
  assert(html.includes("certificate was refused"));
  assert(html.includes("Retry: no"));
  assertEquals(html.includes("in a moment"), false);
  assertEquals(html.includes(">Try again"), false);
});

for (const after of ["9".repeat(400), "1e999", "Infinity"]) {
  Deno.test(`Retry-After: ${after.slice(0, 9)} is no endless time on the page`, async () => {
    const { handler } = await makeApp({
      fetch: () =>
        Promise.resolve(
          new Response("", { status: 429, headers: { "retry-after": after } }),
        ),
    });
    const lookup = { deviceId: "A/b", accessToken: "a-token-1234" };
    const html = await (await handler(post(lookup))).text();
    assertEquals(/Infinity|∞|NaN/.test(html), false);
  });
}

Deno.test("every wrong field is named at once, and nothing is sent", async () => {
  const { response, html } = await ask("no-slash", "", "[1]");
  assertEquals(response.status, 400);
  assert(
    html.includes("It has no slash. Expected a product id and a device name"),
  );
  assert(html.includes("Enter the access token"));
  assert(html.includes("It is not an object. Expected"));
  assertEquals(html.match(/aria-invalid="true"/g)?.length, 3);
  assertMatch(html, /<textarea[^>]* id="deviceId"[^>]* autofocus/);
  assert(html.includes(">[1]</textarea>"));
});

Deno.test("parameters that are no JSON come back as they were typed", async () => {
  const { response, html } = await ask("A/b", "a-token-1234", "{oops");
  assertEquals(response.status, 400);
  assert(html.includes(">{oops</textarea>"));
});

Deno.test("white space around pasted values does not count", async () => {
  await using sandbox = await startSandbox();
  const { endpoint, accessToken } = sandbox;
  const { handler } = await makeApp({ endpoint });
  const response = await handler(post({
    deviceId: " LAEG4YJE1A/dev01\n",
    accessToken: `\t${accessToken} `,
  }));
  await response.body?.cancel();
  assertEquals(response.status, 200);
});

for (
  const pasted of [
    "\u200bLAEG4YJE1A/dev01\u2060",
    "LAEG4YJE1A/\u200edev01",
    "“LAEG4YJE1A/dev01”",
    '"LAEG4YJE1A/dev01"',
    "ＬＡＥＧ４ＹＪＥ１Ａ／ｄｅｖ０１",
  ]
) {
  Deno.test(`what is clearly meant by ${JSON.stringify(pasted)} is looked up, and shown`, async () => {
    const { response, html } = await ask(pasted);
    assertEquals(response.status, 200);
    assert(html.includes(">LAEG4YJE1A/dev01</textarea>"));
  });
}

Deno.test("a form whose bytes are no text is refused by its field", async () => {
  const { handler } = await makeApp();
  const body = "deviceId=A%2Fb%FF&accessToken=a-token-1234";
  const headers = {
    "sec-fetch-site": "same-origin",
    "content-type": "application/x-www-form-urlencoded",
  };
  const request = new Request(ORIGIN, { method: "POST", headers, body });
  const response = await handler(request);
  assertEquals(response.status, 400);
  assert((await response.text()).includes("contains a damaged character"));
});

Deno.test("parameters that are nested too deep come back as they were typed", async () => {
  const nested = `${"[".repeat(2_000)}${"]".repeat(2_000)}`;
  const { handler, bugs } = await makeApp();
  const response = await handler(post({
    deviceId: "A/b",
    accessToken: "a-token-1234",
    params: `{"a":${nested}}`,
  }));
  const html = await response.text();
  assertEquals([response.status, bugs], [400, []]);
  assert(html.includes("is nested too deeply"));
  assert(html.includes(nested));
});

Deno.test("the page's own script is given the answer alone, with the same status", async () => {
  await using sandbox = await startSandbox();
  const { endpoint, accessToken } = sandbox;
  const { handler } = await makeApp({ endpoint });
  const headers = { accept: "application/json" };
  const deviceId = "LAEG4YJE1A/nobody";
  const response = await handler(post({ deviceId, accessToken }, headers));
  const body = await response.json();
  assertEquals(response.status, 404);
  assertEquals(body.result.kind, "failure");
  assertEquals(body.deviceId, deviceId);
});

Deno.test("a page says when the VIP flag and the membership differ, either way", async () => {
  const Data = Object.fromEntries([
    ["is_vip", 0],
    ["vip_end_time", "2999-01-01 00:00:00"],
  ]);
  const { handler } = await makeApp({
    fetch: () =>
      Promise.resolve(
        Response.json({ Response: { Data, ErrorCode: 0, RequestId: "1" } }),
      ),
  });
  const lookup = { deviceId: "A/b", accessToken: "a-token-1234" };
  const html = await (await handler(post(lookup))).text();
  assert(html.includes("the server does not flag this user as a VIP"));
});
