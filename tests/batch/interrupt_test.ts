import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { devices, linesOfFile, numbersOf, numbersTo, start } from "./cli.ts";
import { respond, untilAsked } from "./responder.ts";

/** Starts a slow batch of many lines, and sends it signals under way. */
async function interrupted(
  signals: Deno.Signal[],
  args: string[] = [],
  latencyMs = 400,
) {
  const dir = await Deno.makeTempDir();
  await using server = respond(latencyMs);
  const [input, out] = [`${dir}/in.ndjson`, `${dir}/out.ndjson`];
  await Deno.writeTextFile(input, devices(200));
  const all = [input, "--out", out, "--endpoint", server.endpoint, ...args];
  const options = {
    env: { KUGOU_ACCESS_TOKEN: "a-token" },
    allow: [`--allow-read=${dir}`, `--allow-write=${dir}`],
  };
  const child = start(all, options);
  const err = new Response(child.stderr).text();
  await untilAsked(server, 20, child);
  for (const signal of signals) {
    child.kill(signal);
    await new Promise((go) => setTimeout(go, 50));
  }
  const { code } = await child.status;
  await child.stdin.close().catch(() => {});
  await child.stdout.cancel();
  return {
    code,
    err: await err,
    lines: await linesOfFile(out),
    asked: server.asked.size,
    [Symbol.asyncDispose]: () => Deno.remove(dir, { recursive: true }),
  };
}

Deno.test("Ctrl-C finishes what is under way, and says how to go on", async () => {
  await using it = await interrupted(["SIGINT"], ["--concurrency", "20"]);
  assertEquals(it.code, 130);
  // Whatever was asked is answered in the output.
  assertEquals(it.lines.length, it.asked);
  assert(it.lines.length < 200);
  assertStringIncludes(it.err, "Ctrl-C again");
  assertStringIncludes(it.err, "kugou-iot batch ");
  assertStringIncludes(it.err, " --resume\n");
});

Deno.test("SIGTERM does the same, with the exit code for it", async () => {
  await using it = await interrupted(["SIGTERM"], ["--concurrency", "20"]);
  assertEquals(it.code, 143);
  assertEquals(it.lines.length, it.asked);
});

Deno.test("Ctrl-C twice ends at once, and leaves whole lines", async () => {
  const twice = ["SIGINT", "SIGINT"] as Deno.Signal[];
  await using it = await interrupted(twice, ["--concurrency", "20"], 5_000);
  assertEquals(it.code, 130);
  // What was under way is not waited for.
  assert(it.lines.length < it.asked);
});

Deno.test("SIGTERM does not wait for a pause that the server asked for", async () => {
  let asked = 0;
  await using server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    () => {
      asked++;
      return new Response("", {
        status: 429,
        headers: { "retry-after": "20" },
      });
    },
  );
  const child = start(
    ["--endpoint", `http://127.0.0.1:${server.addr.port}/`, "--retries", "0"],
    { env: { KUGOU_ACCESS_TOKEN: "a-token" } },
  );
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(devices(100)));
  const out = child.stdout.getReader();
  const err = new Response(child.stderr).text();
  await out.read();
  const began = performance.now();
  child.kill("SIGTERM");
  const { code } = await child.status;
  assertEquals(code, 143);
  assert(performance.now() - began < 15_000, "it waited for the pause");
  assert(asked < 100);
  await Promise.all([writer.close().catch(() => {}), out.cancel(), err]);
});

Deno.test("Ctrl-C is what ended a batch whose reader it ended, too", async () => {
  await using server = respond(100);
  const child = start(["--endpoint", server.endpoint], {
    env: { KUGOU_ACCESS_TOKEN: "a-token" },
  });
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(devices(200)));
  const reader = child.stdout.getReader();
  await reader.read();
  child.kill("SIGINT");
  await reader.cancel();
  const err = new Response(child.stderr).text();
  assertEquals((await child.status).code, 130);
  await Promise.all([writer.close().catch(() => {}), err]);
});

Deno.test("Ctrl-C ends an input that never ends", async () => {
  await using server = respond();
  const child = start(["--endpoint", server.endpoint], {
    env: { KUGOU_ACCESS_TOKEN: "a-token" },
  });
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(devices(3)));
  const reader = child.stdout.getReader();
  let out = "";
  while (out.split("\n").length < 4) {
    const { done, value } = await reader.read();
    assert(!done, out);
    out += new TextDecoder().decode(value);
  }
  child.kill("SIGINT");
  const { code } = await child.status;
  await writer.close().catch(() => {});
  await reader.cancel();
  await child.stderr.cancel();
  assertEquals(code, 130);
  assertEquals(
    numbersOf(out.trim().split("\n").map((it) => JSON.parse(it))),
    numbersTo(3),
  );
});
