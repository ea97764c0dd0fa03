import { assertEquals, assertMatch } from "@std/assert";
import { ENV, NET, run, SECRET } from "./run.ts";
import { startBench } from "./sandbox.ts";

const DEVICE = "LAEG4YJE1A/dev01";

/** A failure for want of a permission: short, with the flag, and no stack. */
function assertMissing(
  { code, stdout, stderr }: { code: number; stdout: string; stderr: string },
  flag: string,
): void {
  assertEquals([code, stdout], [9, ""], stderr);
  assertEquals(stderr.split("\n"), [
    `✗ Cannot continue: Deno was not given ${flag}`,
    "",
    `  Next       Add it after "deno run": deno run ${flag} …`,
    "  Installed  Install it again with --force, with this flag and those it had",
    "",
  ]);
}

Deno.test("without the network it names the flag for the endpoint's host", async () => {
  const env = { KUGOU_ACCESS_TOKEN: SECRET };
  const args = ["user-info", DEVICE];

  assertMissing(
    await run(args, { permissions: [ENV], env }),
    "--allow-net=iot.cloud.tencent.com",
  );
});

Deno.test("with another host's network it names the flag for this one", async () => {
  const env = { KUGOU_ACCESS_TOKEN: SECRET };
  const { code, stdout } = await run(["user-info", DEVICE, "--json"], { env });

  assertEquals(code, 9);
  const { error } = JSON.parse(stdout);
  assertEquals(
    [error.kind, error.flag],
    ["permission", "--allow-net=iot.cloud.tencent.com"],
  );
});

Deno.test("without the environment it names the flag for the token", async () => {
  const env = { KUGOU_ACCESS_TOKEN: SECRET };
  const args = ["user-info", DEVICE];
  const flag = "--allow-env=KUGOU_ACCESS_TOKEN";

  assertMissing(await run(args, { permissions: [NET], env }), flag);
  assertMissing(await run(args, { permissions: [], env }), flag);
});

Deno.test("the variables that it can do without need no permission", async () => {
  await using bench = await startBench();
  const { code, stdout } = await bench.userInfo(
    DEVICE,
    ["--endpoint", bench.endpoint],
    {
      permissions: [NET, "--allow-env=KUGOU_ACCESS_TOKEN"],
      env: { KUGOU_LANG: "zh", FORCE_COLOR: "1", KUGOU_ENDPOINT: "nonsense" },
    },
  );

  assertEquals(code, 0);
  assertMatch(stdout, /^Device {2,}LAEG/);
});

Deno.test("the sandbox names the flag for this machine", async () => {
  const flag = "--allow-net=127.0.0.1";

  assertMissing(
    await run(["user-info", DEVICE, "--sandbox"], { permissions: [ENV] }),
    flag,
  );
  assertMissing(await run(["sandbox"], { permissions: [ENV] }), flag);
});

Deno.test("a file names the flag for itself", async () => {
  assertMissing(
    await run(["user-info", DEVICE, "--params", "@p.json"]),
    "--allow-read=p.json",
  );
});

Deno.test("help, version, explain, completions and a dry run need no permission", async () => {
  const permissions: string[] = [];
  for (
    const args of [
      ["--help"],
      ["--version"],
      ["sandbox", "--help"],
      ["explain"],
      ["explain", "200003"],
      ["completions", "bash"],
      ["user-info", DEVICE, "--dry-run"],
    ]
  ) {
    const { code } = await run(args, { permissions });

    assertEquals(code, 0, args.join(" "));
  }
});
