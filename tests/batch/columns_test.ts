import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { startBench, TOKEN } from "./bench.ts";
import { linesOf } from "./lines.ts";

function columnsOf(stdout: string): string[] {
  return linesOf(stdout).map((line) =>
    JSON.stringify("columns" in line ? line.columns : null)
  );
}

Deno.test("other columns come out beside the answer, in their order", async () => {
  await using bench = await startBench();
  const csv = "shop,deviceId,serial\n南山店,P/1,7\n,P/bad,8\n";
  const ndjson = [
    `{"shop":"南山店","deviceId":"P/1","serial":12345678901234567890}`,
    `{"deviceId":"P/bad","owner":{"name":"Li"}}`,
  ].join("\n");

  const fromCsv = await bench.run(["--ordered"], { stdin: csv });
  const fromJson = await bench.run(["--ordered"], { stdin: ndjson });

  assertEquals(columnsOf(fromCsv.stdout), [
    `{"shop":"南山店","serial":"7"}`,
    `{"shop":"","serial":"8"}`,
  ]);
  assertEquals(columnsOf(fromJson.stdout), [
    `{"shop":"南山店","serial":"12345678901234567890"}`,
    `{"owner":{"name":"Li"}}`,
  ]);
  assertStringIncludes(fromCsv.stdout, `"deviceId":"P/1","columns":{`);
});

Deno.test("--column and --token-column name columns, and no token comes out", async () => {
  await using bench = await startBench();
  const inputs = [
    `SN,Key,note\nP/1,${TOKEN},it is ${TOKEN}\n`,
    `{"SN":"P/1","Key":"${TOKEN}","note":"it is ${TOKEN}"}\n`,
  ];
  for (const stdin of inputs) {
    const { code, stdout, stderr } = await bench.run(
      ["--column=SN", "--token-column=Key"],
      { stdin, env: { KUGOU_ACCESS_TOKEN: "" } },
    );
    assertEquals(code, 0, stderr);
    assertEquals(columnsOf(stdout), [`{"note":"it is ***"}`]);
    assert(!(stdout + stderr).includes(TOKEN));
  }
});

Deno.test("a column that may hold a secret is refused before anything is sent", async () => {
  await using bench = await startBench();
  const env = { KUGOU_ACCESS_TOKEN: "another-token" };
  const csv = await bench.run([], {
    stdin: `deviceId,user token\nP/1,${TOKEN}\n`,
    env,
  });
  assertEquals(csv.code, 2);
  assertStringIncludes(csv.stderr, "--token-column");
  const json = await bench.run([], {
    stdin: `{"deviceId":"P/1","owner":{"password":"${TOKEN}"}}`,
    env,
  });
  assertEquals(json.code, 10);
  assertStringIncludes(json.stdout, "--token-column");
  assertEquals(bench.server.asked.size, 0);
  assert(!(csv.stderr + json.stdout).includes(TOKEN));
});

Deno.test("a column called deviceId is one among others where --column names the id's", async () => {
  await using bench = await startBench();
  const stdin = "SN,deviceId\nP/1,old-7\n";
  const { code, stdout, stderr } = await bench.run(["--column=SN"], { stdin });
  assertEquals(code, 0, stderr);
  assertEquals(columnsOf(stdout), [`{"deviceId":"old-7"}`]);
  assertEquals([...bench.server.asked.keys()], ["P/1"]);
});
