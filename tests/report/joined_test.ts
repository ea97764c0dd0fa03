import { parse } from "csv-parse/sync";
import { assertEquals, assertStringIncludes } from "@std/assert";
import { run } from "../cli/run.ts";
import {
  AT,
  failed,
  found,
  header,
  NOT_FOUND,
  withOutputs,
} from "./outputs.ts";

const A = [
  header("0/1", "a.csv"),
  found(1, {}, { hash: "a0000001" }),
  failed(2, NOT_FOUND),
];
const B = [
  header("0/1", "b.csv"),
  found(1, {}, { hash: "b0000001", deviceId: "LAEG4YJE1A/other1" }),
  found(2, {}, { hash: "b0000002", deviceId: "LAEG4YJE1A/other2" }),
];

async function devicesOf(outputs: Record<string, readonly string[]>) {
  return await withOutputs(outputs, async ({ report }) => {
    const files = Object.keys(outputs);
    const { stdout } = await report(...files, "--to", "json");
    const csv = await report(...files, "--to", "csv");
    const rows: string[][] = parse(csv.stdout, { bom: true, from_line: 2 });
    const { devices, missing } = JSON.parse(stdout);
    assertEquals(rows.length, devices.total, "CSV has as many rows");
    return { ...devices, missing };
  });
}

Deno.test("outputs of several inputs, joined into one, keep all their devices", async () => {
  const counts = { total: 4, found: 3, failed: 1, missing: [] };
  assertEquals(await devicesOf({ "all.ndjson": [...A, ...B] }), counts);
  assertEquals(await devicesOf({ "a.ndjson": A, "b.ndjson": B }), counts);
});

Deno.test("shards that are joined into one are not missed", async () => {
  const lines = [0, 1, 2].flatMap((shard) => [
    header(`${shard}/4`),
    found(shard + 4, {}),
  ]);
  const { stdout } = await run(["report", "--to", "json", "--at", AT], {
    stdin: `${lines.join("\n")}\n`,
  });
  const { devices, missing } = JSON.parse(stdout);
  assertEquals(devices.found, 3);
  assertEquals(missing, [
    { input: "devices.csv", count: 1, shards: ["3/4"] },
  ]);
});

Deno.test("a line counts once that stands in two outputs of its input", async () => {
  const early = [header(), failed(1, NOT_FOUND), found(2, {})];
  const late = [header(), found(2, {}), found(1, {}), found(3, {})];
  const counts = { total: 3, found: 3, failed: 0, missing: [] };
  assertEquals(await devicesOf({ early, late }), counts);
  assertEquals(await devicesOf({ late, early }), counts);
});

Deno.test("inputs that are only called alike keep all their devices", async () => {
  const other = (line: number, text: string) =>
    text.replace('"hash":"00000000"', `"hash":"0000000${line}"`);
  const one = [header(), failed(1, NOT_FOUND), found(2, {})];
  const two = [header(), other(1, found(1, {})), other(2, found(2, {}))];
  const counts = { total: 4, found: 3, failed: 1, missing: [] };
  assertEquals(await devicesOf({ one, two }), counts);
  assertEquals(await devicesOf({ two, one }), counts);
});

Deno.test("a line that was corrected and found counts once", async () => {
  const lines = [
    header(),
    failed(1, NOT_FOUND),
    found(1, {}, { hash: "11111111" }),
  ];
  const counts = { total: 1, found: 1, failed: 0, missing: [] };
  assertEquals(await devicesOf({ "out.ndjson": lines }), counts);
});

Deno.test("a header that claims more shards than there can be is no header", async () => {
  const outputs = { "out.ndjson": [header("0/999999999"), found(1, {})] };
  await withOutputs(outputs, async ({ report }) => {
    const { code, stderr } = await report("out.ndjson");
    assertEquals(code, 0);
    assertStringIncludes(stderr, "such as line 1");
  });
});

Deno.test("a line that was found in another file is not named among those that failed", async () => {
  const early = [1, 2, 3].map((line) => failed(line, NOT_FOUND));
  await withOutputs({
    "early.ndjson": [header(), ...early],
    "late.ndjson": [header(), found(1, {})],
  }, async ({ report }) => {
    const { stdout } = await report("early.ndjson", "late.ndjson", "--to=json");
    const [{ count, lines }] = JSON.parse(stdout).failures;
    assertEquals(count, 2);
    assertEquals(lines, [2, 3].map((line) => ({ file: "early.ndjson", line })));
  });
});

Deno.test("a line that was corrected and failed again stands in the table as it was asked last", async () => {
  const again = {
    ...JSON.parse(failed(1, { kind: "timeout" })),
    ...{ hash: "00000001", deviceId: "LAEG4YJE1A/corrected" },
  };
  const lines = [header(), failed(1, NOT_FOUND), JSON.stringify(again)];
  await withOutputs({ "a.ndjson": lines }, async ({ report }) => {
    const { stdout } = await report("a.ndjson", "--to", "csv");
    const rows: string[][] = parse(stdout, { bom: true, from_line: 2 });
    assertEquals(rows.map(([, deviceId]) => deviceId), [
      "LAEG4YJE1A/corrected",
    ]);
  });
});
