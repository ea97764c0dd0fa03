import { assert } from "@std/assert";
import { get, makeApp } from "./app.ts";

async function gzipped(response: Response): Promise<number> {
  assert(response.ok && response.body);
  const stream = response.body.pipeThrough(new CompressionStream("gzip"));
  return (await new Response(stream).arrayBuffer()).byteLength;
}

Deno.test("the stylesheet is at most 6 kB, gzipped", async () => {
  const { handler } = await makeApp();
  const size = await gzipped(await handler(get("/styles.css")));
  assert(size <= 6_000, `${size} bytes`);
});

Deno.test("the island is at most 8 kB, gzipped, beside Preact's hooks", async () => {
  const { handler } = await makeApp();
  const html = await (await handler(get("/"))).text();
  const [path] = html.match(/\/_fresh\/js\/[^"]+Lookup[^"]*\.js/) ?? [];
  assert(path);
  const size = await gzipped(await handler(get(path)));
  // Bundlers put the hooks into the only island that there is: 1.1 kB.
  assert(size <= 8_000 + 1_100, `${size} bytes`);
});
