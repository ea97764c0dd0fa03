import { assert, assertEquals, assertFalse } from "@std/assert";
import { type SandboxLogEntry, startSandbox } from "../../lib/sandbox/mod.ts";
import { ask, send, wireBody } from "./ask.ts";

const TOKEN = "Sample.Token+7/x=";

/** The log of what some requests were answered. */
async function logOf(
  requests: (endpoint: string) => Promise<Response>[],
): Promise<SandboxLogEntry[]> {
  const log: SandboxLogEntry[] = [];
  await using sandbox = await startSandbox({
    accessToken: TOKEN,
    onRequest: (entry) => log.push(entry),
  });
  for (const response of await Promise.all(requests(sandbox.endpoint))) {
    await response.body?.cancel();
  }
  return log;
}

const bodyFor = (id: string, different?: Record<string, unknown>) =>
  wireBody({ accessToken: TOKEN }, id, different);

Deno.test("an entry says when, what was asked and what was answered", async () => {
  const before = Date.now();
  const [entry] = await logOf((url) => [
    send(`${url}?cmd=x`, bodyFor("LAEG4YJE1A/dev01")),
  ]);
  assert(entry);
  const { time, durationMs, ...rest } = entry;
  assert(time.getTime() >= before && time.getTime() <= Date.now());
  assert(durationMs >= 0 && durationMs < 5_000);
  assertEquals(rest, {
    method: "POST",
    path: "/api/exploreropen/tokenapi",
    deviceId: "LAEG4YJE1A/dev01",
    kgCommand: "user_info",
    requestId: "test0191119-012345",
    token: "valid",
    outcome: "data",
    code: "0",
  });
});

Deno.test("an error, a fault and a refusal are told apart", async () => {
  const outcomes = async (request: (url: string) => Promise<Response>) =>
    (await logOf((url) => [request(url)])).map((it) => [it.outcome, it.code]);
  assertEquals(
    await outcomes((url) => send(url, bodyFor("SANDBOXERR/LimitExceeded"))),
    [["error", "LimitExceeded"]],
  );
  assertEquals(
    await outcomes((url) => send(url, bodyFor("SANDBOXFLT/429-far"))),
    [["fault", "429-far"]],
  );
  assertEquals(await outcomes((url) => send(`${url}/`, "")), [
    ["refused", "404"],
  ]);
  assertEquals(await outcomes((url) => send(url, "no JSON")), [
    ["error", "InvalidParameter"],
  ]);
});

Deno.test("the token is valid, unknown or missing", async () => {
  const token = async (AccessToken: unknown) =>
    (await logOf((url) => [
      send(url, bodyFor("LAEG4YJE1A/dev01", { AccessToken })),
    ]))[0]?.token;
  assertEquals(await token(TOKEN), "valid");
  assertEquals(await token("another"), "unknown");
  assertEquals(await token(""), "unknown");
  assertEquals(await token(undefined), "missing");
  assertEquals(await token(7), "missing");
});

Deno.test("the log holds no token, whatever field it was put into too", async () => {
  const fields = [
    "RequestId",
    "Action",
    "KGCommand",
    "DeviceId",
    "KugouParams",
  ];
  for (const AccessToken of [TOKEN, "another (token)", "LAEG4YJE1A"]) {
    const log = await logOf((url) => [
      ...fields.map((field) =>
        send(url, bodyFor("A/b", { AccessToken, [field]: `x${AccessToken}y` }))
      ),
      send(url, bodyFor(`SANDBOXERR/${AccessToken}`, { AccessToken })),
      send(url, { AccessToken, [AccessToken]: AccessToken }),
    ]);
    const text = Deno.inspect(log);
    assertFalse(text.includes(AccessToken), text);
    assert(text.includes("***"));
  }
});

Deno.test("the log holds no token that was put into the URL", async () => {
  const escaped = encodeURIComponent(TOKEN);
  const allEscaped = [...TOKEN].map((char) =>
    `%${char.charCodeAt(0).toString(16)}`
  ).join("");
  const log = await logOf((url) => [
    send(`${url}?AccessToken=${escaped}`, ""),
    send(`${url}/${escaped}`, ""),
    send(`${url}/${allEscaped}`, ""),
    send(`${url}/${allEscaped.slice(3)}%zz${allEscaped}`, ""),
    send(`${url}/${TOKEN}`, "", { method: "DELETE" }),
  ]);
  const text = Deno.inspect(log);
  for (const part of [TOKEN, escaped, allEscaped]) {
    assertFalse(text.includes(part), text);
  }
});

Deno.test("a token in a wrong field is masked where its own is missing", async () => {
  const log = await logOf((url) => [
    send(url, { DeviceId: TOKEN }),
    send(url, { AccessToken: [TOKEN], RequestId: TOKEN }),
  ]);
  assertEquals(log[0]?.deviceId, "***");
  assertEquals(log[1]?.requestId, "***");
});

Deno.test("an entry has no endless texts", async () => {
  const [entry] = await logOf((url) => [
    send(url, bodyFor("A/b", { RequestId: "x".repeat(5_000) })),
  ]);
  assertEquals(entry?.requestId?.length, 200);
});

Deno.test("a broken connection is logged once, as the fault it was", async () => {
  const log: string[] = [];
  await using sandbox = await startSandbox({
    onRequest: ({ code }) => log.push(code),
  });
  await ask(sandbox, "SANDBOXFLT/reset").catch(() => {});
  assertEquals(log, ["reset"]);
});
