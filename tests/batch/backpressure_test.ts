import { assert } from "@std/assert";
import { devices, start } from "./cli.ts";
import { respond, untilAsked } from "./responder.ts";

const OPTIONS = { env: { KUGOU_ACCESS_TOKEN: "a-token" } };

const wait = (ms: number) => new Promise((go) => setTimeout(go, ms));

/** Feeds lines without end, and counts what is taken. */
function feed(stdin: WritableStream<Uint8Array<ArrayBuffer>>) {
  const writer = stdin.getWriter();
  const bytes = new TextEncoder().encode(devices(200));
  const fed = { bytes: 0, ended: Promise.resolve() };
  fed.ended = (async () => {
    for (;;) {
      await writer.write(bytes);
      fed.bytes += bytes.length;
    }
  })().catch(() => {});
  return fed;
}

Deno.test("a slow server slows the reading of the input down", async () => {
  await using server = respond(100);
  const child = start(["--endpoint", server.endpoint], OPTIONS);
  const fed = feed(child.stdin);
  await untilAsked(server, 40, child);
  await wait(300);
  assert(fed.bytes < 512 * 1024, `${fed.bytes} bytes were taken`);
  child.kill("SIGKILL");
  await Promise.all([child.stdout.cancel(), child.stderr.cancel()]);
  await child.status;
  await fed.ended;
});

Deno.test("a slow reader of the output slows the lookups down", async () => {
  let asked = 0;
  const body = JSON.stringify({
    Response: { Data: { userid: "x".repeat(20_000) }, ErrorCode: 0 },
  });
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    async (request) => {
      await request.body?.cancel();
      asked++;
      return new Response(body);
    },
  );
  const endpoint = `http://127.0.0.1:${server.addr.port}/`;
  const child = start(["--endpoint", endpoint], OPTIONS);
  const fed = feed(child.stdin);
  const reader = child.stdout.getReader();
  await reader.read();
  let before = -1;
  for (; before < asked; await wait(500)) before = asked;
  assert(asked < 500, `${asked} were asked`);
  child.kill("SIGKILL");
  await Promise.all([reader.cancel(), child.stderr.cancel()]);
  await child.status;
  await fed.ended;
  await server.shutdown();
});
