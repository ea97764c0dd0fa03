import {
  KugouApiError,
  KugouProtocolError,
  redact,
  REDACTED,
} from "@kugou-iot/client";
import { assertEquals, assertLess, assertNotMatch } from "@std/assert";
import { failure } from "./fixtures.ts";
import { error, serve, text } from "./server.ts";

const SECRET = 'aB3+/=&<.x9"Zk';

const ENCODINGS: readonly [name: string, written: string][] = [
  ["as it is", SECRET],
  ["in a URL", encodeURIComponent(SECRET)],
  [
    "in a URL, in lower case",
    encodeURIComponent(SECRET).toLowerCase()
      .replaceAll("ab3", "aB3").replaceAll("zk", "Zk"),
  ],
  ["in a URL in a URL", encodeURIComponent(encodeURIComponent(SECRET))],
  ["in JSON", JSON.stringify(SECRET).slice(1, -1)],
  ["in JSON in JSON", JSON.stringify(JSON.stringify(SECRET)).slice(3, -3)],
  ["in JSON with escaped slashes", SECRET.replace("/", "\\/")],
  [
    "in JSON with code points",
    [...SECRET].map((character) =>
      `\\u00${character.charCodeAt(0).toString(16)}`
    ).join(""),
  ],
  [
    "in HTML",
    SECRET.replace("&", "&amp;").replace("<", "&lt;")
      .replace('"', "&quot;"),
  ],
  [
    "in HTML with numbers",
    [...SECRET].map((character) => `&#${character.charCodeAt(0)};`).join(""),
  ],
  [
    "in HTML with hexadecimal numbers",
    [...SECRET].map((character) =>
      `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`
    ).join(""),
  ],
];

for (const [name, written] of ENCODINGS) {
  Deno.test(`a secret ${name} is hidden`, () => {
    assertEquals(
      redact(`before ${written} after`, [SECRET]),
      `before ${REDACTED} after`,
    );
  });
}

Deno.test("the beginning of a secret is hidden in mid-text, from 8 characters on", () => {
  const secret = "8b4a70dd16105f98edd4e78a3bb8ec";
  assertEquals(
    redact(`token 8b4a70dd1610… is bad`, [secret]),
    `token ${REDACTED}… is bad`,
  );
  assertEquals(redact("id 8b4a70d", [secret]), "id 8b4a70d");
});

Deno.test("a short secret is hidden where it stands alone, and no word is torn", () => {
  assertEquals(
    redact('{"state":"active","token":"e"}', ["e"]),
    '{"state":"active","token":"***"}',
  );
  assertEquals(redact("token abc123 is bad", ["abc123"]), "token *** is bad");
});

Deno.test("a secret with the signs of patterns is only itself", () => {
  assertEquals(redact("aaaaaaaaa", [".*.*.*.*."]), "aaaaaaaaa");
  assertEquals(redact("x(.*)+[a]$y", ["(.*)+[a]$"]), "x***y");
});

Deno.test("secrets are hidden in the texts and names of a value, and nothing else changes", () => {
  const value = { [SECRET]: [SECRET, 1, null, true, { said: `<${SECRET}>` }] };
  assertEquals(redact(value, [SECRET]), {
    [REDACTED]: [REDACTED, 1, null, true, { said: `<${REDACTED}>` }],
  });
});

Deno.test("a server that sends the token back in any encoding shows it to nobody", async () => {
  for (const [, written] of ENCODINGS) {
    const { stringify } = JSON;
    await using server = serve(
      error("InternalError", written),
      text(`<p>${written}</p>`, { status: 502 }),
    );
    const options = { accessToken: SECRET, retry: false } as const;
    const api = await failure(KugouApiError, server, options);
    const protocol = await failure(KugouProtocolError, server, options);
    for (const shown of [stringify(api), stringify(protocol)]) {
      assertNotMatch(shown, /x9/);
    }
  }
});

Deno.test("a long text takes no long time, whatever it repeats", () => {
  for (const repeated of ["\\", "\\u0", "%25", "&#0", SECRET.slice(0, 8)]) {
    const began = performance.now();
    redact(repeated.repeat(50_000), [SECRET]);
    assertLess(performance.now() - began, 5_000, repeated);
  }
});
