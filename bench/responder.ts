/**
 * As quick a server as there can be: one constant answer, whatever it is asked,
 * so that little of what is measured is the server's time. It writes its
 * endpoint as a line to stdout, and ends when its stdin does.
 *
 * ```sh
 * deno run --allow-net=127.0.0.1 bench/responder.ts response
 * ```
 *
 * @module
 */

import { answer, PATH } from "./answer.ts";

function serve(): Deno.HttpServer<Deno.NetAddr> {
  const envelope = Deno.args[0] === "gateway" ? "gateway" : "response";
  const body = new TextEncoder().encode(answer(envelope));
  const headers = {
    "content-type": "application/json",
    "content-length": String(body.length),
  };
  return Deno.serve({
    hostname: "127.0.0.1",
    port: 0,
    onListen({ port }) {
      const line = `http://127.0.0.1:${port}${PATH}\n`;
      Deno.stdout.writeSync(new TextEncoder().encode(line));
    },
  }, async (request) => {
    // A connection is used again only when the request was read to its end.
    await request.arrayBuffer();
    return new Response(body, { headers });
  });
}

if (import.meta.main) {
  const server = serve();
  // Whoever started this is gone, however that came about.
  for await (const _ of Deno.stdin.readable);
  await server.shutdown();
}
