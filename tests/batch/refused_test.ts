import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { run, startBench } from "./bench.ts";
import {
  devices,
  linesOf,
  linesOfFile,
  numbersOf,
  numbersTo,
} from "./lines.ts";

const STALE = "57a1e00d16105f18edd4e78a3bb8ec";
const FRESH = "f8e5400d16105f18edd4e78a3bb8ec";

/** A server that takes one token, sends back whichever it got, and counts them. */
function takesOnly(token: string, onRequest = (_count: number) => {}) {
  const sent = new Map<string, number>();
  let count = 0;
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    async (request) => {
      const { AccessToken, DeviceId } = await request.json();
      sent.set(AccessToken, (sent.get(AccessToken) ?? 0) + 1);
      onRequest(++count);
      return Response.json({
        Response: AccessToken === token
          ? { Data: { userid: DeviceId, AccessToken }, RequestId: "r" }
          : { Error: { Code: "200003", Message: AccessToken }, RequestId: "r" },
      });
    },
  );
  return {
    endpoint: `http://127.0.0.1:${server.addr.port}/api/exploreropen/tokenapi`,
    sent,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

Deno.test("a token that is refused 20 times in a row is given up, and --retry-failed asks all that is left", async () => {
  await using bench = await startBench({ input: devices(200) });
  const { input, out, allow } = bench;
  await using server = takesOnly(FRESH);
  const args = [input, "--endpoint", server.endpoint, "--concurrency", "4"];
  const env = { KUGOU_ACCESS_TOKEN: STALE };
  const { code, stderr } = await run([...args, "--out", out], { allow, env });
  assertEquals(code, 10, stderr);
  const asked = server.sent.get(STALE)!;
  assert(asked >= 20 && asked <= 24, `${asked} were asked`);
  assertMatch(stderr, /^The token of all lines was refused 20 times in a row/m);
  assertStringIncludes(stderr, `\n${200 - asked} lines were left out`);
  assertMatch(stderr, /^ {2}kugou-iot batch .*--retry-failed \S+out\.ndjson$/m);
  assert(!stderr.includes("--out "), stderr);
  assert(!stderr.includes(STALE));

  const again = await run([...args, "--retry-failed", out], {
    allow,
    env: { KUGOU_ACCESS_TOKEN: FRESH },
  });
  assertEquals(again.code, 0, again.stderr);
  assertEquals(numbersOf(await linesOfFile(out)), numbersTo(200));
});

Deno.test("--keep-going asks every line, however often the token was refused", async () => {
  await using server = takesOnly(FRESH);
  const { code, stdout } = await run(
    ["--endpoint", server.endpoint, "--keep-going"],
    { stdin: devices(50), env: { KUGOU_ACCESS_TOKEN: STALE } },
  );
  assertEquals(code, 10);
  assertEquals(linesOf(stdout).length, 50);
});

Deno.test("the token of some lines that is given up holds back no line with another", async () => {
  await using server = takesOnly(FRESH);
  const stdin = Array.from({ length: 120 }, (_, index) =>
    JSON.stringify({
      deviceId: `P/${index}`,
      ...index % 2 === 0 && { accessToken: STALE },
    })).join("\n");
  const { code, stdout, stderr } = await run(
    ["--endpoint", server.endpoint, "--concurrency", "1"],
    { stdin, env: { KUGOU_ACCESS_TOKEN: FRESH } },
  );
  assertEquals(code, 10);
  const lines = linesOf(stdout);
  assertEquals(lines.filter(({ ok }) => ok).length, 60);
  assertEquals(lines.filter(({ ok }) => !ok).length, 20);
  assertMatch(stderr, /^The token of line 39 was refused 20 times/m);
  assertMatch(stderr, /^40 lines were left out/m);
});

Deno.test("--token-file is read again when its token is refused, so that a new one is taken up", async () => {
  await using bench = await startBench();
  const file = `${bench.dir}/token`;
  await Deno.writeTextFile(file, `${STALE}\n`);
  await using server = takesOnly(FRESH, (count) => {
    if (count === 10) Deno.writeTextFileSync(file, `${FRESH}\n`);
  });
  const { code, stdout, stderr } = await run(
    [
      ...["--endpoint", server.endpoint, "--token-file", file],
      ...["--concurrency", "1"],
    ],
    { stdin: devices(50), allow: [`--allow-read=${file}`] },
  );
  assertEquals(code, 10);
  assertEquals(linesOf(stdout).filter(({ ok }) => !ok).length, 9);
  assertEquals(server.sent.get(FRESH), 41);
  for (const text of [stdout, stderr]) {
    assert(!text.includes(STALE) && !text.includes(FRESH));
  }
});

Deno.test("--token-file may go back to a token that was refused before", async () => {
  await using bench = await startBench();
  const file = `${bench.dir}/token`;
  await Deno.writeTextFile(file, FRESH);
  let count = 0;
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    async (request) => {
      const { AccessToken } = await request.json();
      // Wrong at first, then another that is wrong, too, then right.
      if (++count === 1) await Deno.writeTextFile(file, STALE);
      if (count === 6) await Deno.writeTextFile(file, FRESH);
      return Response.json({
        Response: AccessToken === FRESH && count > 6
          ? { Data: { userid: "1" }, RequestId: "r" }
          : { Error: { Code: "200003", Message: "" }, RequestId: "r" },
      });
    },
  );
  const { code, stdout } = await run(
    [
      ...["--endpoint", `http://127.0.0.1:${server.addr.port}/`],
      ...["--token-file", file, "--concurrency", "1"],
    ],
    { stdin: devices(20), allow: [`--allow-read=${file}`] },
  );
  await server.shutdown();
  assertEquals(code, 10);
  assert(linesOf(stdout).filter(({ ok }) => ok).length >= 10, stdout);
});

Deno.test("--limit counts lines that are left out, too", async () => {
  await using server = takesOnly(FRESH);
  const { stdout, stderr } = await run(
    ["--endpoint", server.endpoint, "--concurrency", "1", "--limit", "30"],
    { stdin: devices(200), env: { KUGOU_ACCESS_TOKEN: STALE } },
  );
  assertEquals(linesOf(stdout).length, 20);
  assertMatch(stderr, /^10 lines were left out/m);
});
