import { assert, assertMatch } from "@std/assert";
import config from "../../deno.json" with { type: "json" };

const ROOT = new URL("../../", import.meta.url);

/** The permissions of the task. */
const PERMISSIONS = config.tasks.bench.command
  .match(/--allow-\S+(?=.* bench)/g)!;

Deno.test({
  name: "the rows of the page can be measured",
  // They look at processes as Linux shows them.
  ignore: Deno.build.os !== "linux",
  fn: async () => {
    const names = ["web-get", "web-post", "web-memory", "web-size"];
    const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: [
        "run",
        ...JSON.parse(Deno.env.get("KUGOU_DENO_ARGS") ?? "[]"),
        "--no-prompt",
        ...PERMISSIONS,
        ...["bench/main.ts", "--quick", ...names],
      ],
      cwd: ROOT,
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
      // Kills it where it hangs.
      signal: AbortSignal.timeout(120_000),
    }).output();
    const [out, err] = [stdout, stderr].map((it) =>
      new TextDecoder().decode(it)
    );
    // Whether the limits hold is not for so short a run to say.
    assert(code === 0 || code === 1, err);
    for (const name of names) {
      assertMatch(out!, new RegExp(`\\| ${name} .* \\d+\\.\\d{3} to `));
    }
  },
});
