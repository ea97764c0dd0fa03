import { assert, assertEquals, assertMatch } from "@std/assert";
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
