import { assert, assertEquals, assertRejects } from "@std/assert";
import { serve } from "../../lib/web/serve.ts";
import { KugouInputError } from "../../mod.ts";

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

for (
  const [what, host] of [
    ["is taken", "127.0.0.1"],
    ["cannot be listened on", "192.0.2.1"],
  ] as const
) {
  Deno.test(`a port that ${what} is an error that says so in one line`, async () => {
    using taken = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    const { port } = taken.addr;
    const error = await assertRejects(
      () => serve(() => new Response(), { host, port, accessLog: false }),
      KugouInputError,
      `cannot listen on ${host}:${port}`,
    );
    assertEquals(error.message.includes("\n"), false);
  });
}
