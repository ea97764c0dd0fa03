import { assert, assertEquals } from "@std/assert";

const SCRIPT = new URL("testdata/slow_server.ts", import.meta.url).pathname;

/** Starts a server whose answers take a while, and reads where it listens. */
async function startServer() {
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--no-check",
      "--no-prompt",
      "--allow-net=127.0.0.1",
      ...JSON.parse(Deno.env.get("KUGOU_DENO_ARGS") ?? "[]"),
      SCRIPT,
    ],
    stdin: "null",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const lines = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  const { value = "" } = await lines.read();
  const { listening } = JSON.parse(value);
  return { child, lines, listening: String(listening) };
}

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  Deno.test({
    name:
      `${signal} lets a request in flight finish, then the process exits with 0`,
    ignore: Deno.build.os === "windows",
    async fn() {
      const { child, lines, listening } = await startServer();
      const answer = fetch(listening);
      // The script says so when the request is in flight.
      const { value = "" } = await lines.read();
      assert(value.includes("in flight"));
      child.kill(signal);
      assertEquals(await (await answer).text(), "done");
      const { code } = await child.status;
      assertEquals(code, 0);
      await lines.cancel();
    },
  });
}

Deno.test("a taken port is an error that names the address", async () => {
  const { serve } = await import("../../lib/web/serve.ts");
  using taken = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = taken.addr;
  const error = await serve(
    () => Promise.resolve(new Response()),
    { host: "127.0.0.1", port },
  ).catch((error) => error);
  assert(error instanceof Deno.errors.AddrInUse);
});
