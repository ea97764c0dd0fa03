import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { linesOf, run } from "./cli.ts";
import { respond } from "./responder.ts";

const TOKEN = "8b4a70dd16105f18edd4e78a3bb8ec";

Deno.test("other columns come out beside the answer, in their order", async () => {
  await using server = respond();
  const csv = "shop,deviceId,serial\n南山店,P/1,7\n,P/bad,8\n";
  const ndjson = [
    `{"shop":"南山店","deviceId":"P/1","serial":12345678901234567890}`,
    `{"deviceId":"P/bad","owner":{"name":"Li"}}`,
  ].join("\n");
  const args = ["--endpoint", server.endpoint, "--ordered"];
  const env = { KUGOU_ACCESS_TOKEN: TOKEN };

  const fromCsv = await run(args, { stdin: csv, env });
  const fromJson = await run(args, { stdin: ndjson, env });

  assertEquals(columnsOf(fromCsv.out), [
    `{"shop":"南山店","serial":"7"}`,
    `{"shop":"","serial":"8"}`,
  ]);
  assertEquals(columnsOf(fromJson.out), [
    `{"shop":"南山店","serial":"12345678901234567890"}`,
    `{"owner":{"name":"Li"}}`,
  ]);
  assertStringIncludes(fromCsv.out, `"deviceId":"P/1","columns":{`);
});

Deno.test("--column and --token-column name columns, and no token comes out", async () => {
  await using server = respond();
  const inputs = [
    `SN,Key,note\nP/1,${TOKEN},it is ${TOKEN}\n`,
    `{"SN":"P/1","Key":"${TOKEN}","note":"it is ${TOKEN}"}\n`,
  ];
  for (const stdin of inputs) {
    const { code, out, err } = await run([
      "--endpoint",
      server.endpoint,
      "--column=SN",
      "--token-column=Key",
    ], { stdin });
    assertEquals(code, 0, err);
    assertEquals(columnsOf(out), [`{"note":"it is ***"}`]);
    assert(!(out + err).includes(TOKEN));
  }
});

Deno.test("a column that may hold a secret is refused before anything is sent", async () => {
  await using server = respond();
  const args = ["--endpoint", server.endpoint];
  const env = { KUGOU_ACCESS_TOKEN: "another-token" };
  const csv = await run(args, {
    stdin: `deviceId,user token\nP/1,${TOKEN}\n`,
    env,
  });
  assertEquals(csv.code, 2);
  assertStringIncludes(csv.err, "--token-column");
  const json = await run(args, {
    stdin: `{"deviceId":"P/1","owner":{"password":"${TOKEN}"}}`,
    env,
  });
  assertEquals(json.code, 10);
  assertStringIncludes(json.out, "--token-column");
  assertEquals(server.asked.size, 0);
  assert(!(csv.err + json.out).includes(TOKEN));
});

function columnsOf(out: string): string[] {
  return linesOf(out).map((line) =>
    JSON.stringify("columns" in line ? line.columns : null)
  );
}

Deno.test("a column called deviceId is one among others where --column names the id's", async () => {
  await using server = respond();
  const args = ["--endpoint", server.endpoint, "--column=SN"];
  const env = { KUGOU_ACCESS_TOKEN: TOKEN };
  const stdin = "SN,deviceId\nP/1,old-7\n";
  const { code, out, err } = await run(args, { stdin, env });
  assertEquals(code, 0, err);
  assertEquals(columnsOf(out), [`{"deviceId":"old-7"}`]);
  assertEquals([...server.asked.keys()], ["P/1"]);
});
