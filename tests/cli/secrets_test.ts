import { assert, assertEquals } from "@std/assert";
import { SANDBOX_FAULTS } from "../../lib/sandbox/mod.ts";
import { SECRET } from "./run.ts";
import { startBench } from "./sandbox.ts";

/** The token, and the beginning of it that a broken answer may end in. */
const LEAK = new RegExp(SECRET.slice(0, 16), "i");

/** Faults that only take time would make this test slow. */
const SLOW = ["latency", "slow-headers", "slow-body"];

const DEVICES = [
  ...SANDBOX_FAULTS.map(({ name }) => name).filter((it) => !SLOW.includes(it))
    .map((name) => `SANDBOXFLT/${name}`),
  `SANDBOXERR/${SECRET}`,
  `LAEG4YJE1A/${SECRET}`,
  "LAEG4YJE1A/dev01",
  "SANDBOXERR/InternalError",
];

Deno.test("no failure of any kind shows the token, in any form of output", async () => {
  await using bench = await startBench();
  const forms = [
    ["--verbose", "--lang=zh"],
    ["--json", "--verbose"],
    ["--raw"],
  ];
  for (const device of DEVICES) {
    const runs = await Promise.all(
      forms.map((form) => bench.userInfo(device, [...form, "--retries=0"])),
    );
    for (const { stdout, stderr } of runs) {
      assert(stdout + stderr !== "", device);
      assertEquals(LEAK.test(stdout + stderr), false, `${device}: ${stderr}`);
    }
  }
});

Deno.test("a token in the parameters or the endpoint is masked too", async () => {
  await using bench = await startBench();
  const params = JSON.stringify({ a: SECRET });
  const endpoint = `${bench.endpoint}?t=${SECRET}`;
  for (const form of [[], ["--json"], ["--verbose"], ["--dry-run"]]) {
    const { stdout, stderr } = await bench.userInfo("LAEG4YJE1A/dev01", [
      ...form,
      `--params=${params}`,
      `--endpoint=${endpoint}`,
    ]);

    assertEquals(LEAK.test(stdout + stderr), false, stdout + stderr);
  }
});

Deno.test("a token from stdin is masked as one from the environment is", async () => {
  await using bench = await startBench();
  const { code, stdout, stderr } = await bench.userInfo(
    "SANDBOXFLT/echo-token",
    ["--token-stdin", "--verbose"],
    { env: { KUGOU_ACCESS_TOKEN: "another-token" }, stdin: `${SECRET}\n` },
  );

  assertEquals(code, 2);
  assertEquals(LEAK.test(stdout + stderr), false);
  assert(stderr.includes("***"));
});
