import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { readArgs } from "../../bench/args.ts";
import config from "../../deno.json" with { type: "json" };

const ROOT = new URL("../../", import.meta.url);
const RESULTS = new URL("bench/RESULTS.md", ROOT);
const ROWS = ["client", "cli-start", "cli-help"].map((name) => ({ name }));

/** The permissions of the task, and so no others. */
const PERMISSIONS = config.tasks.bench.command.match(
  /--allow-\S+(?=.* bench)/g,
)!;

async function bench(...args: string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      ...JSON.parse(Deno.env.get("KUGOU_DENO_ARGS") ?? "[]"),
      "--no-prompt",
      ...PERMISSIONS,
      "bench/main.ts",
      ...args,
    ],
    cwd: ROOT,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
    // Kills it where it hangs.
    signal: AbortSignal.timeout(120_000),
  }).output();
  const [out, err] = [stdout, stderr].map((it) => new TextDecoder().decode(it));
  return { code, stdout: out!, stderr: err! };
}

Deno.test("rows are chosen by their names or how they begin", () => {
  const all = { rows: ROWS, isWhole: true, quick: false };
  assertEquals(readArgs([], ROWS), all);
  assertEquals(readArgs(["--quick"], ROWS), { ...all, quick: true });
  assertEquals(readArgs(["cli-"], ROWS), {
    rows: ROWS.slice(1),
    isWhole: false,
    quick: false,
  });
  assertThrows(() => readArgs(["page"], ROWS), RangeError, 'Cannot run "page"');
});

Deno.test("a quick run of a row shows its table and writes no results", async () => {
  const before = await Deno.readTextFile(RESULTS).catch(() => null);
  const { code, stdout, stderr } = await bench("--quick", "client");
  // Whether the limits hold is not for so short a run to say.
  assert(code === 0 || code === 1, stderr);
  assertMatch(stdout, /\| client +\| a lookup through the client +\|/);
  assertMatch(stdout, /- Dependencies: (jsr|npm)\n/);
  assertStringIncludes(stderr, "client: one by one, round 1 of");
  assertEquals(await Deno.readTextFile(RESULTS).catch(() => null), before);
});

Deno.test("the other rows can be measured", async () => {
  const names = ["sdk", "cli-start", "cli-help", "memory"];
  const { code, stdout, stderr } = await bench("--quick", ...names);
  assert(code === 0 || code === 1, stderr);
  // A row that failed has no ratio.
  for (const name of names) {
    assertMatch(stdout, new RegExp(`\\| ${name} .* \\d+\\.\\d{3} to `));
  }
});

Deno.test("a row that there is not is refused, and the rows are named", async () => {
  const { code, stdout, stderr } = await bench("clinet");
  assertEquals([code, stdout], [2, ""]);
  assertMatch(stderr, /^Cannot run "clinet": the rows are client, /);
});
