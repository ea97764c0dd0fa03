import { assertEquals, assertMatch, assertNotMatch } from "@std/assert";
import { feed } from "../cli/run.ts";
import { heard, run, start, startBench } from "./bench.ts";
import {
  devices,
  linesOf,
  linesOfFile,
  numbersOf,
  numbersTo,
} from "./lines.ts";
import { closed, respond } from "./responder.ts";

for (const order of [[], ["--ordered"]]) {
  Deno.test(`an endpoint that goes away for a while costs no line ${order}`, async () => {
    const server = respond(5);
    const { endpoint, port } = server;
    const child = start(["--endpoint", endpoint, ...order]);
    const stdout = new Response(child.stdout).text();
    await feed(child, devices(400));
    await server.untilRequests(100, child);
    await server[Symbol.asyncDispose]();
    const { rest } = await heard(child, /Waiting until the endpoint answers/);
    await using _again = respond(0, port);
    const { code } = await child.status;
    const stderr = await rest;
    assertEquals(code, 0, stderr);
    const lines = linesOf(await stdout);
    assertEquals(numbersOf(lines), numbersTo(400));
    if (order.length > 0) {
      assertEquals(lines.map(({ line }) => line), numbersTo(400));
    }
    assertMatch(stderr, /^Cannot reach 127\.0\.0\.1:\d+/m);
    assertMatch(stderr, /^The endpoint answers again, after \d+ s$/m);
    assertMatch(stderr, /^400 lines: 400 ok, in/m);
  });
}

Deno.test("an endpoint that stays away ends the batch, which --resume continues with every line", async () => {
  await using bench = await startBench();
  const { out, allow } = bench;
  const { endpoint, port } = await closed();
  const args = [
    ...["--endpoint", endpoint, "--out", out, "--resume"],
    ...["--max-outage", "1s", "--retries", "0"],
  ];
  const stdin = devices(40);
  const { code, stderr } = await run(args, { stdin, allow });
  assertEquals(code, 7, stderr);
  assertMatch(stderr, /for 1 s at most$/m);
  assertMatch(stderr, /^Stopped: the endpoint could not be reached for 1 s$/m);
  assertMatch(stderr, /^To continue:\n {2}kugou-iot batch .* --resume/m);
  assertEquals(await linesOfFile(out), []);

  await using _server = respond(0, port);
  const again = await run(args, { stdin, allow });
  assertEquals(again.code, 0, again.stderr);
  assertEquals(numbersOf(await linesOfFile(out)), numbersTo(40));
});

Deno.test("--max-outage 0 waits for nothing: each line fails", async () => {
  const { endpoint } = await closed();
  const { code, stdout, stderr } = await run(
    ["--endpoint", endpoint, "--max-outage", "0", "--retries", "0"],
    { stdin: devices(3) },
  );
  assertEquals(code, 10);
  const kinds = linesOf(stdout).map(({ error }) => error?.kind);
  assertEquals(kinds, ["network", "network", "network"]);
  assertNotMatch(stderr, /Waiting/);
});

for (const concurrency of ["1", "4"]) {
  Deno.test(`a line that alone is never answered fails, and holds no other back: ${concurrency} at a time`, async () => {
    await using bench = await startBench();
    const stdin = devices(5) + `{"deviceId":"P/hangs"}\n` + devices(5);
    const { code, stdout, stderr } = await bench.run([
      ...["--concurrency", concurrency, "--timeout", "300ms", "--retries", "0"],
    ], { stdin });
    assertEquals(code, 10, stderr);
    const lines = linesOf(stdout);
    assertEquals(numbersOf(lines), numbersTo(11));
    const failed = lines.filter(({ ok }) => !ok);
    assertEquals(failed.map(({ deviceId }) => deviceId), ["P/hangs"]);
  });
}

for (const order of [[], ["--ordered"]]) {
  Deno.test(`a first line that is never answered does not hold back the others ${order}`, async () => {
    await using bench = await startBench();
    const { code, stdout, stderr } = await bench.run([
      ...["--concurrency", "1", "--timeout", "1s", "--retries", "0", ...order],
      ...["--max-outage", "20s"],
    ], { stdin: `{"deviceId":"P/hangs"}\n${devices(5)}` });
    assertEquals(code, 10, stderr);
    const lines = linesOf(stdout);
    assertEquals(numbersOf(lines), numbersTo(6));
    assertEquals(lines.filter(({ ok }) => !ok).map(({ line }) => line), [1]);
  });
}

Deno.test("Ctrl-C ends the wait for an endpoint", async () => {
  const { endpoint } = await closed();
  const child = start(["--endpoint", endpoint, "--retries", "0"]);
  const stdout = new Response(child.stdout).text();
  await feed(child, devices(3));
  const { rest } = await heard(child, /Waiting until the endpoint answers/);
  child.kill("SIGINT");
  const { code } = await child.status;
  assertEquals([code, await stdout], [130, ""]);
  await rest;
});
