import { assertEquals, assertLess } from "@std/assert";
import { createServer } from "node:net";
import { KugouProtocolError } from "@kugou-iot/client";
import { clientFor, DEVICE, TOKEN } from "./fixtures.ts";

const LIMIT = 1024 * 1024;

/** What a lookup ends with whose answer has an endless body. */
async function lookUpEndless(headers: Record<string, string>) {
  let sent = 0;
  const fetch = () => {
    const body = new ReadableStream({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536));
      },
    });
    return Promise.resolve(new Response(body, { headers }));
  };
  const client = clientFor({ endpoint: "http://127.0.0.1:1/" }, { fetch });
  const error = await client.userInfo({ deviceId: DEVICE })
    .catch((error) => error);
  return { error, sent };
}

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
  Deno.test(`a body with ${name} is read up to 1 MiB, whatever fetch is used`, async () => {
    const { error, sent } = await lookUpEndless(headers);
    assertEquals(error instanceof KugouProtocolError, true);
    assertEquals(error.expected, "at most 1048576 bytes long");
    assertLess(sent, LIMIT + 4 * 65_536);
  });
}

Deno.test("the same length told twice is no longer body", async () => {
  const body = JSON.stringify({
    Response: { Data: { userid: "1" }, ErrorCode: 0, ErrorMsg: "" },
  });
  const { length } = new TextEncoder().encode(body);
  const server = createServer((socket) => {
    socket.once("data", () => {
      socket.end(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n" +
          `content-length: ${length}\r\ncontent-length: ${length}\r\n\r\n` +
          body,
      );
    });
    socket.on("error", () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  try {
    const client = clientFor({ endpoint: `http://127.0.0.1:${port}/` });
    const { user } = await client.userInfo({
      deviceId: DEVICE,
      accessToken: TOKEN,
    });
    assertEquals(user.id, "1");
    const fetch = () =>
      Promise.resolve(
        new Response(body, { headers: { "content-length": "147, 147" } }),
      );
    const own = clientFor({ endpoint: "http://127.0.0.1:1/" }, { fetch });
    assertEquals((await own.userInfo({ deviceId: DEVICE })).user.id, "1");
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
});
