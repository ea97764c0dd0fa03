import { assert, assertEquals } from "@std/assert";
import { lookUpRows } from "../../lib/web/lookup_rows.ts";
import type { State } from "../../lib/web/state.ts";
import { webWords } from "../../lib/i18n/web_words.ts";
import { MemoryRateLimiter } from "../../lib/web/rate_limit.ts";
import { get, makeApp, post } from "./app.ts";

const DEVICES = ["A/1", "A/2", "A/3"];

/** An endpoint that knows one user. */
function answer(): Promise<Response> {
  const body = { Data: { nick_name: "Bo" }, ErrorCode: 0, RequestId: "1" };
  return Promise.resolve(Response.json({ Response: body }));
}

Deno.test("each of several devices counts against the limit", async () => {
  let asked = 0;
  const { handler } = await makeApp({
    limiter: new MemoryRateLimiter(2, () => 0),
    fetch: () => (asked++, answer()),
  });
  const lookup = { deviceId: DEVICES.join("\n"), accessToken: "a-token-1234" };
  const response = await handler(post(lookup));
  const html = await response.text();
  assertEquals([response.status, asked], [200, 2]);
  assert(html.includes("2 of 3 devices found"));
  assert(html.includes("Too many lookups"));
  assert(html.includes("Try again in 30 s"));
});

Deno.test("several devices are looked up one after another", async () => {
  let [under, most] = [0, 0];
  const { handler } = await makeApp({
    fetch: async () => {
      most = Math.max(most, ++under);
      await Promise.resolve();
      under--;
      return await answer();
    },
  });
  const lookup = { deviceId: DEVICES.join("\r\n"), accessToken: "a-token-1" };
  const html = await (await handler(post(lookup))).text();
  assert(html.includes("3 of 3 devices found"));
  assertEquals(most, 1);
});

Deno.test("of several devices, none is looked up when time is over", async () => {
  let asked = 0;
  const client = { userInfo: () => Promise.reject(asked++) };
  const state = {
    words: webWords("en"),
    services: { client, endpointHost: "host" },
    countLookup: () => Promise.resolve(null),
  } as unknown as State;
  const form = {
    deviceIds: ["", ...DEVICES],
    accessToken: "a-token-1234",
    params: {},
    paramsText: "",
  } as const;
  const { rows } = await lookUpRows(form, state, AbortSignal.any([]), 0);
  const titles = rows.map(({ result }) =>
    result.kind === "failure" ? result.title : ""
  );
  assertEquals(titles, [
    "Nothing was sent",
    ...DEVICES.map(() => "The endpoint took too long"),
  ]);
  assertEquals(asked, 0);
});

Deno.test("of several devices, each is looked up once, as what is clearly meant", async () => {
  const asked: unknown[] = [];
  const { handler } = await makeApp({
    fetch: async (_url, init) => {
      asked.push(JSON.parse(String(init?.body)).DeviceId);
      return await answer();
    },
  });
  const lookup = {
    deviceId: '\n "A/1"\n\nA／1\n\u200b\nA\\2\n',
    accessToken: "a-token-1234",
  };
  const html = await (await handler(post(lookup))).text();
  assertEquals(asked, ["A/1", "A/2"]);
  assert(html.includes(">A/1\nA/2</textarea>"));
});

Deno.test("a wrong token among several devices is said of each, and 200 of the page", async () => {
  const { handler } = await makeApp({
    fetch: () =>
      Promise.resolve(Response.json({
        Response: {
          Error: { Code: "AuthFailure.SecretIdNotFound", Message: "no" },
          RequestId: "1",
        },
      })),
  });
  const lookup = { deviceId: DEVICES.join("\n"), accessToken: "a-token-1234" };
  const response = await handler(post(lookup));
  assertEquals(response.status, 200);
  assert((await response.text()).includes("0 of 3 devices found"));
});

Deno.test("a token among several devices gets into no link, and comes back nowhere", async () => {
  const { handler } = await makeApp({ fetch: answer });
  const accessToken = "secret-token-of-somebody";
  const long = `${"t".repeat(30)}/x`;
  const deviceId = [DEVICES[0], accessToken, long].join("\n");
  const html = await (await handler(post({ deviceId, accessToken }))).text();
  assertEquals([html.includes(accessToken), html.includes(long)], [
    false,
    false,
  ]);
  assert(html.includes("2 of 3 devices found"));
});

Deno.test("a link fills in at most 20 devices, cleaned, and none that may be a token", async () => {
  const { handler } = await makeApp();
  const many = Array.from({ length: 30 }, (_, at) => `“A/${at}”`);
  const text = [`${"t".repeat(30)}/x`, ...many].join("\n");
  const response = await handler(get(`/?deviceId=${encodeURIComponent(text)}`));
  const html = await response.text();
  const [, typed = ""] = /id="deviceId"[^>]*>([^<]*)</.exec(html) ?? [];
  assertEquals(typed.split("\n").slice(0, 2), ["A/0", "A/1"]);
  assertEquals(typed.split("\n").length, 19);
});
