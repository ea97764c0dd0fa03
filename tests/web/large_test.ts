import { assert, assertEquals } from "@std/assert";
import { makeApp, post, postJson } from "./app.ts";

const LOOKUP = { deviceId: "A/b", accessToken: "a-token-1234" };

/** The app before a server that answers with this `Data`. */
async function answering(data: string) {
  const body =
    `{"Response":{"Data":${data},"ErrorCode":0,"ErrorMsg":"","RequestId":"1"}}`;
  return await makeApp({
    fetch: () => Promise.resolve(new Response(body)),
  });
}

const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);

const LARGE: Record<string, string> = {
  "nested 90 deep": `{"nick_name":"Sample User","deep":${nested(90)}}`,
  "a list of 100,000 numbers": `{"nick_name":"Sample User","list":[${
    Array(100_000).fill(7)
  }]}`,
  "20,000 fields": `{"nick_name":"Sample User",${
    Array.from({ length: 20_000 }, (_, i) => `"field_${i}":1`)
  }}`,
  "a nickname of 500 kB": `{"nick_name":"Sample User ${"长".repeat(170_000)}"}`,
  "an unreadable end of 500 kB": `{"nick_name":"Sample User","vip_end_time":"${
    "x".repeat(500_000)
  }"}`,
};

for (const [what, data] of Object.entries(LARGE)) {
  Deno.test(`of an answer with ${what}, the page shows what can be read, and says so`, async () => {
    const { handler, bugs } = await answering(data);
    const response = await handler(post(LOOKUP));
    const html = await response.text();
    assertEquals(response.status, 200);
    assertEquals(bugs, []);
    assert(html.length < 500_000, `${html.length} characters`);
    assert(html.includes("<bdi>Sample User"));
    assert(html.includes("There is more than a page can show."));
    assert(html.includes("POST /api/user-info"));
  });
}

Deno.test("an answer nested 5,000 deep is a failure, and a small page", async () => {
  const { handler, bugs } = await answering(`{"deep":${nested(5_000)}}`);
  const response = await handler(post(LOOKUP));
  const html = await response.text();
  assertEquals(response.status, 502);
  assert(html.length < 50_000, `${html.length} characters`);
  assertEquals(bugs, []);
});

Deno.test("an answer that fits is shown whole, and nothing is said of a cut", async () => {
  const { handler } = await answering('{"list":[1,{"a":"b"}],"none":{}}');
  const html = await (await handler(post(LOOKUP))).text();
  assert(
    html.includes(
      '<dd><span class="value">[1,{&quot;a&quot;:&quot;b&quot;}]</span>',
    ),
  );
  assertEquals(html.includes("There is more"), false);
});

Deno.test("the API gives all of a large answer", async () => {
  const { handler } = await answering(LARGE["a list of 100,000 numbers"]!);
  const body = await (await handler(postJson(LOOKUP))).json();
  assertEquals(body.data.list.length, 100_000);
});

Deno.test("parameters nested 2,000 deep are refused in their field, and are no bug", async () => {
  const { handler, bugs } = await makeApp();
  const params = `{"a":${nested(2_000)}}`;
  const response = await handler(post({ ...LOOKUP, params }));
  const html = await response.text();
  assertEquals(bugs, []);
  assertEquals(response.status, 400);
  assert(html.includes('id="params-problem"'));
});
