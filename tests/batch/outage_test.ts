import { assertEquals, assertMatch, assertNotMatch } from "@std/assert";
import {
  devices,
  linesOf,
  linesOfFile,
  numbersOf,
  numbersTo,
  run,
  start,
} from "./cli.ts";
import { respond, type Responder, untilAsked } from "./responder.ts";

const TOKEN = "8b4a70dd16105f18edd4e78a3bb8ec";
const ENV = { KUGOU_ACCESS_TOKEN: TOKEN };

async function feed(child: Deno.ChildProcess, text: string): Promise<void> {
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(text));
  await writer.close();
}

/** Waits until stderr has said something; gives all that it said. */
async function heard(child: Deno.ChildProcess, what: RegExp) {
  const reader = child.stderr.pipeThrough(new TextDecoderStream()).getReader();
  let said = "";
  while (!what.test(said)) {
    const { done, value } = await reader.read();
    if (done) throw new Error(`It ended with: ${said}`);
    said += value;
  }
  const rest = (async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return said;
      said += value;
    }
  })();
  return { rest };
}

for (const order of [[], ["--ordered"]]) {
  Deno.test(`an endpoint that goes away for a while costs no line ${order}`, async () => {
    let server: Responder = respond(5);
    try {
      const { endpoint, port } = server;
      const child = start(["--endpoint", endpoint, ...order], { env: ENV });
      const out = new Response(child.stdout).text();
      await feed(child, devices(400));
      await untilAsked(server, 100, child);
      await server[Symbol.asyncDispose]();
      const { rest } = await heard(child, /Waiting until the endpoint answers/);
      server = respond(0, port);
      const { code } = await child.status;
      const err = await rest;
      assertEquals(code, 0, err);
      const lines = linesOf(await out);
      assertEquals(numbersOf(lines), numbersTo(400));
      if (order.length > 0) {
        assertEquals(lines.map(({ line }) => line), numbersTo(400));
      }
      assertMatch(err, /^Cannot reach 127\.0\.0\.1:\d+/m);
      assertMatch(err, /^The endpoint answers again, after \d+ s$/m);
      assertMatch(err, /^400 lines: 400 ok, in/m);
    } finally {
      await server[Symbol.asyncDispose]();
    }
  });
}

Deno.test("an endpoint that stays away ends the batch, which --resume continues with every line", async () => {
  const dir = await Deno.makeTempDir();
  const out = `${dir}/out.ndjson`;
  const { endpoint, port } = await closed();
  const args = [
    ...["--endpoint", endpoint, "--out", out, "--resume"],
    ...["--max-outage", "1s", "--retries", "0"],
  ];
  const allow = [`--allow-read=${dir}`, `--allow-write=${dir}`];
  const stdin = devices(40);
  const { code, err } = await run(args, { stdin, allow, env: ENV });
  assertEquals(code, 7, err);
  assertMatch(err, /for 1 s at most$/m);
  assertMatch(err, /^Stopped: the endpoint could not be reached for 1 s$/m);
  assertMatch(err, /^To continue:\n {2}kugou-iot batch .* --resume/m);
  assertEquals((await Deno.readTextFile(out)).trimEnd().split("\n").length, 1);

  await using _server = respond(0, port);
  const again = await run(args, { stdin, allow, env: ENV });
  assertEquals(again.code, 0, again.err);
  assertEquals(numbersOf(await linesOfFile(out)), numbersTo(40));
  await Deno.remove(dir, { recursive: true });
});

Deno.test("--max-outage 0 waits for nothing: each line fails", async () => {
  const { endpoint } = await closed();
  const { code, out, err } = await run(
    ["--endpoint", endpoint, "--max-outage", "0", "--retries", "0"],
    { stdin: devices(3), env: ENV },
  );
  assertEquals(code, 10);
  const kinds = linesOf(out).map(({ error }) => error?.kind);
  assertEquals(kinds, ["network", "network", "network"]);
  assertNotMatch(err, /Waiting/);
});

for (const concurrency of ["1", "4"]) {
  Deno.test(`a line that alone is never answered fails, and holds no other back: ${concurrency} at a time`, async () => {
    await using server = respond();
    const stdin = devices(5) + `{"deviceId":"P/hangs"}\n` + devices(5);
    const { code, out, err } = await run(
      [
        ...["--endpoint", server.endpoint, "--concurrency", concurrency],
        ...["--timeout", "100ms", "--retries", "0"],
      ],
      { stdin, env: ENV },
    );
    assertEquals(code, 10, err);
    const lines = linesOf(out);
    assertEquals(numbersOf(lines), numbersTo(11));
    const failed = lines.filter(({ ok }) => !ok);
    assertEquals(failed.map(({ deviceId }) => deviceId), ["P/hangs"]);
  });
}

Deno.test("Ctrl-C ends the wait for an endpoint", async () => {
  const { endpoint } = await closed();
  const child = start(["--endpoint", endpoint, "--retries", "0"], { env: ENV });
  const out = new Response(child.stdout).text();
  await feed(child, devices(3));
  const { rest } = await heard(child, /Waiting until the endpoint answers/);
  child.kill("SIGINT");
  const { code } = await child.status;
  assertEquals([code, await out], [130, ""]);
  await rest;
});

/** An endpoint where nobody listens. */
async function closed() {
  await using server = respond();
  const { endpoint, port } = server;
  return { endpoint, port };
}
