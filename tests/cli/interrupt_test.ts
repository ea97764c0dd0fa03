import { assertEquals, assertMatch } from "@std/assert";
import { SECRET, spawn } from "./run.ts";
import { startBench } from "./sandbox.ts";

const WINDOWS = Deno.build.os === "windows";

Deno.test(
  "Ctrl-C ends a lookup at once with 130",
  { ignore: WINDOWS },
  async () => {
    // Lets everybody in, and never says a word.
    using silent = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    const { port } = silent.addr as Deno.NetAddr;
    for (const json of [[], ["--json"]]) {
      const args = ["user-info", "LAEG4YJE1A/dev01", "--verbose", ...json];
      const child = spawn(args, {
        env: {
          KUGOU_ACCESS_TOKEN: SECRET,
          KUGOU_ENDPOINT: `http://127.0.0.1:${port}/`,
        },
      });
      const output = child.output();
      using _connection = await Promise.race([
        silent.accept(),
        output.then(({ code }) => {
          throw new Error(`it ended with ${code} before it asked`);
        }),
      ]);
      child.kill("SIGINT");
      const { code, stdout, stderr } = await output;
      const text = new TextDecoder();

      assertEquals(code, 130);
      assertEquals(/\n {4}at /.test(text.decode(stderr)), false);
      if (json.length === 0) {
        assertMatch(text.decode(stderr), /\n✗ Interrupted\n$/);
      } else {
        const { error } = JSON.parse(text.decode(stdout));
        assertEquals(error.kind, "interrupted");
      }
    }
  },
);

Deno.test(
  "a reader that has seen enough is no failure",
  { ignore: WINDOWS },
  async () => {
    await using bench = await startBench();
    const child = spawn(["explain"], { env: bench.env });
    await child.stdout.cancel();
    const { code } = await child.status;
    const stderr = await new Response(child.stderr).text();

    assertEquals([code, stderr], [0, ""]);
  },
);
