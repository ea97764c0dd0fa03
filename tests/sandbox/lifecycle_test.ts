import { assertEquals, assertRejects } from "@std/assert";
import { SANDBOX_ACCESS_TOKEN, startSandbox } from "../../lib/sandbox/mod.ts";
import { answerFor, ask, wireBody } from "./ask.ts";

Deno.test("a sandbox has a token that every reader of the documents knows", async () => {
  await using sandbox = await startSandbox();
  assertEquals(sandbox.accessToken, SANDBOX_ACCESS_TOKEN);
});

Deno.test("a sandbox may be given a token, and takes no other", async () => {
  await using sandbox = await startSandbox({ accessToken: "sample-token" });
  assertEquals(sandbox.accessToken, "sample-token");
  assertEquals((await answerFor(sandbox, "LAEG4YJE1A/dev01")).ErrorCode, 0);
});

Deno.test("a sandbox can be given a port, which is taken then and free after", async () => {
  await using any = await startSandbox();
  const port = Number(new URL(any.endpoint).port);
  const error = await assertRejects(() => startSandbox({ port }), Error);
  assertEquals((error as { code?: string }).code, "EADDRINUSE");
  await any.close();
  await using again = await startSandbox({ port });
  assertEquals(again.endpoint, any.endpoint);
  assertEquals((await answerFor(again, "LAEG4YJE1A/dev01")).ErrorCode, 0);
});

Deno.test("many requests at once get their own answers", async () => {
  await using sandbox = await startSandbox();
  const codes = Array.from({ length: 60 }, (_, i) => 200_100 + i);
  const answers = await Promise.all(
    codes.map((code) => answerFor(sandbox, `SANDBOXERR/${code}`)),
  );
  assertEquals(answers.map(({ ErrorCode }) => ErrorCode), codes);
});

Deno.test("a closed sandbox is not reachable", async () => {
  const sandbox = await startSandbox();
  await answerFor(sandbox, "LAEG4YJE1A/dev01");
  await sandbox.close();
  await assertRejects(() => ask(sandbox, "LAEG4YJE1A/dev01"), TypeError);
});

Deno.test("close may be called again, and at once after the start", async () => {
  const sandbox = await startSandbox();
  await Promise.all([sandbox.close(), sandbox.close()]);
  await sandbox.close();
});

Deno.test("close does not wait for connections that are idle or half open", async () => {
  const sandbox = await startSandbox();
  const port = Number(new URL(sandbox.endpoint).port);
  const idle = await Deno.connect({ hostname: "127.0.0.1", port });
  const half = await Deno.connect({ hostname: "127.0.0.1", port });
  await half.write(new TextEncoder().encode("POST /api/explorer"));
  await answerFor(sandbox, "LAEG4YJE1A/dev01");
  await sandbox.close();
  idle.close();
  half.close();
});

Deno.test("a client that leaves in the middle of its request harms no other", async () => {
  await using sandbox = await startSandbox();
  const port = Number(new URL(sandbox.endpoint).port);
  for (const sent of ["", '{"half":']) {
    const client = await Deno.connect({ hostname: "127.0.0.1", port });
    const head = "POST /api/exploreropen/tokenapi HTTP/1.1\r\nhost: a\r\n" +
      "content-type: application/json\r\ncontent-length: 100\r\n\r\n";
    await client.write(new TextEncoder().encode(head + sent));
    client.close();
  }
  assertEquals((await answerFor(sandbox, "LAEG4YJE1A/dev01")).ErrorCode, 0);
});

Deno.test("a client that closes its half before the answer breaks nothing", async () => {
  await using sandbox = await startSandbox();
  const { hostname, port, pathname } = new URL(sandbox.endpoint);
  const body = JSON.stringify(wireBody(sandbox, "LAEG4YJE1A/dev01"));
  const request = `POST ${pathname} HTTP/1.1\r\nhost: sandbox\r\n` +
    `content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
  for (let i = 0; i < 50; i++) {
    const client = await Deno.connect({ hostname, port: Number(port) });
    await client.write(new TextEncoder().encode(request));
    await client.closeWrite();
    await new Response(client.readable).text().catch(() => {});
  }
  assertEquals((await answerFor(sandbox, "LAEG4YJE1A/dev01")).ErrorCode, 0);
});

Deno.test("aborting the signal closes the sandbox", async () => {
  const controller = new AbortController();
  const sandbox = await startSandbox({
    signal: controller.signal,
    slowMs: 60_000,
  });
  const slow = ask(sandbox, "SANDBOXFLT/slow-headers");
  setTimeout(() => controller.abort(), 30);
  await assertRejects(() => slow, TypeError);
  await sandbox.close();
});

Deno.test("a signal that is aborted already starts nothing", async () => {
  const signal = AbortSignal.abort(new RangeError("sample reason"));
  await assertRejects(
    () => startSandbox({ signal }),
    RangeError,
    "sample reason",
  );
});

Deno.test("a sandbox needs no permission but the net on 127.0.0.1", {
  permissions: { net: ["127.0.0.1"] },
}, async () => {
  await using sandbox = await startSandbox();
  assertEquals((await answerFor(sandbox, "LAEG4YJE1A/dev01")).ErrorCode, 0);
});

Deno.test("without that permission nothing is started or left behind", {
  permissions: "none",
}, async () => {
  await assertRejects(() => startSandbox(), Deno.errors.NotCapable);
});
