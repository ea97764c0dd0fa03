import { assert, assertEquals, assertMatch } from "@std/assert";
import { openLog } from "../../lib/web/log.ts";
import { startSandbox } from "../../lib/sandbox/mod.ts";
import { get, makeApp, ORIGIN, post } from "./app.ts";

Deno.test("each request is one entry in the log, with the id of its response", async () => {
  const { handler, log } = await makeApp();
  const response = await handler(get("/errors?lang=zh"));
  await response.body?.cancel();
  const [entry, ...others] = log;
  assertEquals(others, []);
  assert(entry);
  const { time, durationMs, ...facts } = entry;
  assertMatch(time, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  assert(durationMs >= 0 && durationMs < 10_000);
  assertEquals(facts, {
    requestId: response.headers.get("x-request-id") ?? "",
    method: "GET",
    path: "/errors",
    status: 200,
  });
});

Deno.test("a lookup is logged with the id that support asks for, and no device", async () => {
  const sent: (string | null)[] = [];
  await using sandbox = await startSandbox({
    onRequest: ({ requestId }) => sent.push(requestId),
  });
  const { endpoint, accessToken } = sandbox;
  const { handler, log } = await makeApp({ endpoint });
  const lookup = { deviceId: "LAEG4YJE1A/nobody", accessToken };
  await (await handler(post(lookup))).body?.cancel();
  assertEquals(log[0]?.status, 404);
  assertEquals(log[0]?.path, "/");
  assertEquals(log[0]?.kugouRequestId ?? null, sent[0] ?? "");
  assertEquals(JSON.stringify(log).includes("nobody"), false);
});

Deno.test("an address that there is not, and a method, are not quoted", async () => {
  const { handler, log } = await makeApp();
  await (await handler(get("/somebody's-secret"))).body?.cancel();
  const request = new Request(ORIGIN, { method: "SECRET" });
  await (await handler(request)).body?.cancel();
  assertEquals(log[0]?.path, "-");
  assertEquals(log[1]?.method, "-");
});

Deno.test("no log is kept where none is wanted", async () => {
  const { handler } = await makeApp({ log: null });
  const response = await handler(get("/healthz"));
  assertEquals(await response.json(), { status: "ok" });
});

/** Takes what a log writes, so many bytes at a time. */
function makeSink(most = Infinity) {
  const decoder = new TextDecoder();
  const sink = { text: "", write };
  function write(bytes: Uint8Array): Promise<number> {
    const taken = bytes.subarray(0, most);
    sink.text += decoder.decode(taken, { stream: true });
    return Promise.resolve(taken.length);
  }
  return sink;
}

Deno.test("lines are written whole and in turn, however little is taken at a time", async () => {
  const sink = makeSink(3);
  const write = openLog(sink.write);
  await Promise.all([write({ text: "第一" }), write({ text: "second" })]);
  assertEquals(sink.text, '{"text":"第一"}\n{"text":"second"}\n');
});

Deno.test("a log that nobody reads any more takes nothing down", async () => {
  const sink = makeSink();
  let isClosed = true;
  const write = openLog((bytes) =>
    isClosed
      ? Promise.reject(new Deno.errors.BrokenPipe("closed"))
      : sink.write(bytes)
  );
  await write({ number: 1 });
  isClosed = false;
  await write({ number: 2 });
  assertEquals(sink.text, '{"number":2}\n');
});

Deno.test("a reader that stops to read costs lines, and is told how many", async () => {
  const sink = makeSink();
  const goOn = Promise.withResolvers<void>();
  const write = openLog(async (bytes) => {
    await goOn.promise;
    return await sink.write(bytes);
  });
  const text = "x".repeat(100_000);
  for (let number = 0; number < 100; number++) write({ number, text });
  goOn.resolve();
  await write({ number: 100 });
  await write({ number: 101 });
  const lines = sink.text.trim().split("\n").map((it) => JSON.parse(it));
  assert(sink.text.length < 2_000_000);
  const lost = lines.reduce((sum, it) => sum + (it.lost ?? 0), 0);
  const kept = lines.filter((it) => it.number !== undefined).length;
  assertEquals(kept + lost, 102);
  assertEquals(lines.at(-1).number, 101);
});
