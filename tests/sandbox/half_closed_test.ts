import { assertEquals } from "@std/assert";
import { startSandbox } from "../../lib/sandbox/mod.ts";

Deno.test("a client that closes its half before the answer breaks nothing", async () => {
  await using sandbox = await startSandbox();
  const { hostname, port, pathname } = new URL(sandbox.endpoint);
  const body = JSON.stringify({
    AccessToken: sandbox.accessToken,
    RequestId: crypto.randomUUID(),
    Action: "AppKugouUserCommand",
    KGCommand: "user_info",
    DeviceId: "LAEG4YJE1A/dev01",
    KugouParams: {},
  });
  const request = `POST ${pathname} HTTP/1.1\r\nhost: sandbox\r\n` +
    `content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
  for (let i = 0; i < 50; i++) {
    const client = await Deno.connect({ hostname, port: Number(port) });
    await client.write(new TextEncoder().encode(request));
    await client.closeWrite();
    await new Response(client.readable).text().catch(() => {});
  }
  const response = await fetch(sandbox.endpoint, { method: "POST", body });
  await response.body?.cancel();
  assertEquals(response.status, 200);
});
