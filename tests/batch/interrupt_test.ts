import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import {
  devices,
  linesOfFile,
  numbersOf,
  numbersTo,
  run,
  start,
} from "./cli.ts";
import { respond } from "./responder.ts";

/** Starts a slow batch of many lines, and sends it signals under way. */
async function interrupted(signals: Deno.Signal[], args: string[] = []) {
  const dir = await Deno.makeTempDir();
  await using server = respond(400);
  const [input, out] = [`${dir}/in.ndjson`, `${dir}/out.ndjson`];
  await Deno.writeTextFile(input, devices(200));
  const all = [input, "--out", out, "--endpoint", server.endpoint, ...args];
  const options = {
    env: { KUGOU_ACCESS_TOKEN: "a-token" },
    allow: [`--allow-read=${dir}`, `--allow-write=${dir}`],
  };
  const child = start(all, options);
  const err = new Response(child.stderr).text();
  while (server.asked.size < 20) await new Promise((go) => setTimeout(go, 10));
  const began = performance.now();
  for (const signal of signals) {
    child.kill(signal);
    await new Promise((go) => setTimeout(go, 50));
  }
  const { code } = await child.status;
  const ms = performance.now() - began;
  await child.stdin.close().catch(() => {});
  await child.stdout.cancel();
  return {
    code,
    ms,
    err: await err,
    lines: await linesOfFile(out),
    asked: server.asked.size,
    goOn: async () => {
      // To the server that is still there: what was under way is not lost.
      const ran = await run([...all, "--resume"], options);
      return { ...ran, lines: await linesOfFile(out) };
    },
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
  await using it = await interrupted(twice, ["--concurrency", "20"]);
  assertEquals(it.code, 130);
  assert(it.lines.length < it.asked);
  assert(it.ms < 380, `${it.ms} ms`);
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
    out += new TextDecoder().decode((await reader.read()).value);
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
