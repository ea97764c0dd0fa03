import { KugouProtocolError } from "@kugou-iot/client";
import { assertEquals, assertLess } from "@std/assert";
import { createServer } from "node:net";
import { failure, lookUp, NOWHERE } from "./fixtures.ts";
import { type Answer, serve, text } from "./server.ts";

const MIB = 1024 * 1024;
const CHUNK = 65_536;
const TOO_LONG = "at most 1048576 bytes long";

async function refused(answer: Answer): Promise<KugouProtocolError> {
  await using server = serve(answer);
  return await failure(KugouProtocolError, server);
}

/** The same text with a length, and in chunks without. */
function bothWays(bytes: number): Answer[] {
  const body = JSON.stringify({ code: 0, data: { Data: {} } })
    .padEnd(bytes, " ");
  return [text(body), () => new Response(new Blob([body]).stream())];
}

Deno.test("a body of 1 MiB is read, declared or chunked", async () => {
  for (const answer of bothWays(MIB)) {
    await using server = serve(answer);
    await lookUp(server);
  }
});

Deno.test("a body of one byte more is refused, declared or chunked", async () => {
  for (const answer of bothWays(MIB + 1)) {
    assertEquals((await refused(answer)).expected, TOO_LONG);
  }
});

Deno.test("a small body that unpacks to a huge one is refused", async () => {
  const packed = new Blob([new Uint8Array(16 * MIB)]).stream()
    .pipeThrough(new CompressionStream("gzip"));
  const bytes = await new Response(packed).bytes();
  assertLess(bytes.length, MIB);
  const headers = { "content-encoding": "gzip" };
  assertEquals((await refused(text(bytes, { headers }))).expected, TOO_LONG);
});

for (
  const [name, headers] of Object.entries({
    "no length": {},
    "a length that is too small": { "content-length": "10" },
    "the length of what is packed": {
      "content-length": "300000",
      "content-encoding": "gzip",
    },
    "a length that is no number": { "content-length": "a few" },
  })
) {
  Deno.test(`an endless body with ${name} is read up to 1 MiB, whatever fetch is used`, async () => {
    let sent = 0;
    const fetch = () => {
      const body = new ReadableStream({
        pull(controller) {
          sent += CHUNK;
          controller.enqueue(new Uint8Array(CHUNK));
        },
      });
      return Promise.resolve(new Response(body, { headers }));
    };
    const error = await failure(KugouProtocolError, NOWHERE, { fetch });
    assertEquals(error.expected, TOO_LONG);
    assertLess(sent, MIB + 4 * CHUNK);
  });
}

Deno.test("the same length told twice is no longer body", async () => {
  const body = JSON.stringify({
    Response: { Data: { userid: "1" }, ErrorCode: 0, ErrorMsg: "" },
  });
  const length = `content-length: ${new TextEncoder().encode(body).length}\r\n`;
  const server = createServer((socket) => {
    socket.once("data", () => {
      socket.end(`HTTP/1.1 200 OK\r\n${length}${length}\r\n${body}`);
    });
    socket.on("error", () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  try {
    const told = await lookUp({ endpoint: `http://127.0.0.1:${port}/` });
    assertEquals(told.user.id, "1");
    const headers = { "content-length": "147, 147" };
    const fetch = () => Promise.resolve(new Response(body, { headers }));
    assertEquals((await lookUp(NOWHERE, { fetch })).user.id, "1");
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
});
