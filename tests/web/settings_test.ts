import { assertEquals, assertThrows } from "@std/assert";
import { KugouInputError } from "../../mod.ts";
import { readSettings } from "../../lib/web/settings.ts";

const read = (variables: Record<string, string>) =>
  readSettings((name) => variables[name]);

Deno.test("each setting has a default, and the page listens on loopback only", () => {
  assertEquals(read({}), {
    host: "127.0.0.1",
    port: 8000,
    endpoint: "https://iot.cloud.tencent.com/api/exploreropen/tokenapi",
    trustProxy: 0,
    rateLimit: 60,
    rateLimitKv: false,
    accessLog: true,
    demo: false,
  });
});

Deno.test("each setting is read from its variable", () => {
  assertEquals(
    read({
      HOST: "0.0.0.0",
      PORT: "80",
      KUGOU_ENDPOINT: "http://127.0.0.1:9/api",
      TRUST_PROXY: "2",
      RATE_LIMIT: "0",
      RATE_LIMIT_KV: "1",
      ACCESS_LOG: "0",
      DEMO: "1",
    }),
    {
      host: "0.0.0.0",
      port: 80,
      endpoint: "http://127.0.0.1:9/api",
      trustProxy: 2,
      rateLimit: 0,
      rateLimitKv: true,
      accessLog: false,
      demo: true,
    },
  );
});

Deno.test("a variable that is set to nothing counts as not set", () => {
  assertEquals(read({ PORT: "", HOST: "" }), read({}));
});

for (
  const [name, value] of [
    ["PORT", "65536"],
    ["PORT", "http"],
    ["PORT", "-1"],
    ["TRUST_PROXY", "true"],
    ["RATE_LIMIT", "1.5"],
    ["RATE_LIMIT_KV", "yes"],
    ["DEMO", "2"],
    ["KUGOU_ENDPOINT", "http://lookup.example/"],
    ["KUGOU_ENDPOINT", "somewhere"],
  ] as const
) {
  Deno.test(`${name}=${value} is refused by name`, () => {
    assertThrows(
      () => read({ [name]: value }),
      KugouInputError,
      `Cannot use ${name}: it `,
    );
  });
}

Deno.test("an endpoint with a password in it is refused without showing it", () => {
  const error = assertThrows(
    () => read({ KUGOU_ENDPOINT: "https://me:hush@lookup.example/" }),
    KugouInputError,
  );
  assertEquals(error.message.includes("hush"), false);
});
