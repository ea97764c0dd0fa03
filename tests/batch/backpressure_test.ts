import { assert, assertLess } from "@std/assert";
import { Input } from "../../lib/batch/input.ts";
import { end, start, startBench } from "./bench.ts";
import { devices } from "./lines.ts";

const wait = (ms: number) => new Promise((go) => setTimeout(go, ms));

/** Feeds lines without end, and counts what is taken. */
function feed({ stdin }: Deno.ChildProcess) {
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
  await using bench = await startBench({ latencyMs: 100 });
  const child = bench.start([]);
  const fed = feed(child);
  await bench.server.untilRequests(40, child);
  await wait(300);
  assert(fed.bytes < 512 * 1024, `${fed.bytes} bytes were taken`);
  await end(child, "SIGKILL");
  await fed.ended;
});

Deno.test("a slow reader of the output slows the lookups down", async () => {
  let asked = 0;
  const body = JSON.stringify({
    Response: { Data: { userid: "x".repeat(20_000) }, ErrorCode: 0 },
  });
  await using server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    async (request) => {
      await request.body?.cancel();
      asked++;
      return new Response(body);
    },
  );
  const child = start(["--endpoint", `http://127.0.0.1:${server.addr.port}/`]);
  const fed = feed(child);
  const reader = child.stdout.getReader();
  await reader.read();
  let before = -1;
  for (; before < asked; await wait(500)) before = asked;
  assert(asked < 500, `${asked} were asked`);
  await Promise.all([end(child, "SIGKILL"), reader.cancel()]);
  await fed.ended;
});

const MIB = 1024 * 1024;

/** One long line in each chunk, as a pipe hands them out. */
function* chunks(count: number) {
  for (let i = 0; i < count; i++) {
    const chunk = new Uint8Array(MIB / 4).fill(32);
    chunk[chunk.length - 1] = 10;
    yield chunk;
  }
}

Deno.test("what was read of the input is kept no longer", async () => {
  await using input = new Input(ReadableStream.from(chunks(2048)));
  const before = Deno.memoryUsage().external;
  for await (const _ of input.lines("utf-8", new AbortController().signal));
  const keptMib = (Deno.memoryUsage().external - before) / MIB;
  assertLess(keptMib, 256, "of the 512 MiB that were read");
});
