import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { end, heard, start, startBench } from "./bench.ts";
import {
  devices,
  linesOf,
  linesOfFile,
  numbersOf,
  numbersTo,
} from "./lines.ts";

/** Starts a slow batch of many lines, and ends it under way. */
async function interrupt(signal: Deno.Signal, isTwice = false) {
  const latencyMs = isTwice ? 5_000 : 400;
  await using bench = await startBench({ latencyMs, input: devices(200) });
  const { dir, input, out, server } = bench;
  const summary = `${dir}/summary.json`;
  const child = bench.start(
    [input, "--out", out, "--concurrency", "20", "--summary", summary],
  );
  await server.untilRequests(20, child);
  child.kill(signal);
  const { rest } = await heard(child, /Ctrl-C again/);
  if (isTwice) child.kill(signal);
  const { code } = await end(child);
  return {
    code,
    stderr: await rest,
    lines: await linesOfFile(out),
    asked: server.asked.size,
    summary: await Deno.readTextFile(summary),
  };
}

Deno.test("Ctrl-C finishes what is under way, and says how to go on", async () => {
  const { code, stderr, lines, asked } = await interrupt("SIGINT");
  assertEquals(code, 130);
  // Whatever was asked is answered in the output.
  assertEquals(lines.length, asked);
  assert(lines.length < 200);
  assertStringIncludes(stderr, "Ctrl-C again");
  assertStringIncludes(stderr, "kugou-iot batch ");
  assertStringIncludes(stderr, " --resume\n");
});

Deno.test("SIGTERM does the same, with the exit code for it", async () => {
  const { code, lines, asked, summary } = await interrupt("SIGTERM");
  assertEquals(code, 143);
  assertEquals(lines.length, asked);
  const { stoppedBy, exitCode } = JSON.parse(summary);
  assertEquals([stoppedBy, exitCode], ["SIGTERM", 143]);
});

Deno.test("Ctrl-C twice ends at once, and leaves whole lines", async () => {
  const { code, lines, asked, summary } = await interrupt("SIGINT", true);
  assertEquals([code, summary], [130, ""]);
  // What was under way is not waited for.
  assert(lines.length < asked);
});

Deno.test("SIGTERM does not wait for a pause that the server asked for", async () => {
  let asked = 0;
  await using server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    () => {
      asked++;
      const headers = { "retry-after": "20" };
      return new Response("", { status: 429, headers });
    },
  );
  const endpoint = `http://127.0.0.1:${server.addr.port}/`;
  const child = start(["--endpoint", endpoint, "--retries", "0"]);
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(devices(100)));
  const out = child.stdout.getReader();
  await out.read();
  const began = performance.now();
  child.kill("SIGTERM");
  assertEquals((await child.status).code, 143);
  assert(performance.now() - began < 15_000, "it waited for the pause");
  assert(asked < 100);
  await Promise.all([writer.close().catch(() => {}), out.cancel(), end(child)]);
});

Deno.test("Ctrl-C is what ended a batch whose reader it ended, too", async () => {
  await using bench = await startBench({ latencyMs: 100 });
  const child = bench.start([]);
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(devices(200)));
  const reader = child.stdout.getReader();
  await reader.read();
  child.kill("SIGINT");
  await reader.cancel();
  assertEquals((await end(child)).code, 130);
  await writer.close().catch(() => {});
});

Deno.test("Ctrl-C ends an input that never ends", async () => {
  await using bench = await startBench();
  const child = bench.start([]);
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(devices(3)));
  const reader = child.stdout.getReader();
  let out = "";
  while (out.split("\n").length < 4) {
    const { done, value } = await reader.read();
    assert(!done, out);
    out += new TextDecoder().decode(value);
  }
  const { code } = await end(child, "SIGINT");
  await writer.close().catch(() => {});
  await reader.cancel();
  assertEquals(code, 130);
  assertEquals(numbersOf(linesOf(out)), numbersTo(3));
});
