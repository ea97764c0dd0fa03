import { assertEquals } from "@std/assert";
import { run } from "./run.ts";
import { startBench } from "./sandbox.ts";

/** A proxy that answers nothing, and counts who comes. */
function startProxy() {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr as Deno.NetAddr;
  const url = `http://127.0.0.1:${port}`;
  let visits = 0;
  const ended = (async () => {
    for await (const connection of listener) {
      visits++;
      connection.close();
    }
  })();
  return {
    env: { HTTP_PROXY: url, http_proxy: url, HTTPS_PROXY: url, ALL_PROXY: url },
    get visits() {
      return visits;
    },
    async [Symbol.asyncDispose]() {
      listener.close();
      await ended;
    },
  };
}

Deno.test("a lookup on this machine goes around every proxy, and needs no more permissions", async () => {
  await using proxy = startProxy();
  await using bench = await startBench();
  const byName = bench.endpoint.replace("127.0.0.1", "localhost");
  const env = { ...bench.env, ...proxy.env };
  const device = "LAEG4YJE1A/dev01";
  const runs = await Promise.all([
    run(["user-info", device], { env }),
    run(["user-info", device, "--endpoint", byName], {
      env,
      permissions: ["--allow-net=localhost", "--allow-env=KUGOU_ACCESS_TOKEN"],
    }),
    run(["user-info", device, "--sandbox"], { env: proxy.env }),
    run(["batch", "--sandbox"], {
      env: proxy.env,
      stdin: '{"deviceId":"LAEG4YJE1A/dev01"}',
    }),
  ]);

  for (const { code, stderr } of runs) assertEquals(code, 0, stderr);
  assertEquals(proxy.visits, 0);
});

Deno.test("a lookup elsewhere goes through the proxy that is set", async () => {
  await using proxy = startProxy();
  const { code } = await run([
    "user-info",
    "LAEG4YJE1A/dev01",
    "--endpoint=https://endpoint.invalid/",
    "--retries=0",
  ], {
    env: { ...proxy.env, KUGOU_ACCESS_TOKEN: "a-token" },
    permissions: ["--allow-net", "--allow-env=KUGOU_ACCESS_TOKEN"],
  });

  assertEquals(code, 7);
  assertEquals(proxy.visits, 1);
});
