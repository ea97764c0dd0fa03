import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { failed, found, header, NOT_FOUND, withOutputs } from "./outputs.ts";

const ANSWERS = [
  header(),
  found(1, {
    nick_name: "Ana",
    vip_end_time: "2026-12-05 00:00:00",
    car_vip_end_time: "2026-11-30 00:00:00",
    svip_end_time: "",
  }, { columns: { store: "Shenzhen", serial: "SN1" } }),
  found(2, {
    vip_end_time: "2027-01-15 00:00:00",
    car_vip_end_time: "sometime",
    svip_end_time: "2026-12-20 00:00:00",
  }, { attempts: 3, durationMs: 900 }),
  failed(3, NOT_FOUND),
];

async function jsonOf(lines: readonly string[], ...args: string[]) {
  return await withOutputs({ "out.ndjson": lines }, async ({ report }) => {
    const { code, stdout, stderr } = await report(
      "out.ndjson",
      "--to",
      "json",
      ...args,
    );
    assertEquals(code, 0, stderr);
    return { json: JSON.parse(stdout), stderr };
  });
}

Deno.test("a report counts states, ends and failures, from the moment of --at", async () => {
  const { json } = await jsonOf(ANSWERS);
  assertEquals(json.version, 1);
  assertEquals(json.at, "2026-12-01T04:00:00.000Z");
  assertEquals(json.devices, { total: 3, found: 2, failed: 1 });
  assertEquals(json.memberships, {
    vip: { active: 2, expired: 0, none: 0, unknown: 0 },
    car: { active: 0, expired: 1, none: 0, unknown: 1 },
    svip: { active: 1, expired: 0, none: 1, unknown: 0 },
  });
  assertEquals(json.ending, [
    { days: 7, vip: 1, car: 0, svip: 0 },
    { days: 30, vip: 1, car: 0, svip: 1 },
    { days: 90, vip: 2, car: 0, svip: 1 },
  ]);
  assertEquals(json.months.slice(0, 2), [
    { month: "2026-12", vip: 1, car: 0, svip: 1 },
    { month: "2027-01", vip: 1, car: 0, svip: 0 },
  ]);
  assertEquals(json.later, { vip: 0, car: 0, svip: 0 });
  assertEquals(json.soonest.total, 3);
  assertEquals(json.soonest.list[0], {
    deviceId: "LAEG4YJE1A/dev1",
    columns: { store: "Shenzhen", serial: "SN1" },
    nickname: "Ana",
    userId: "1001",
    membership: "vip",
    end: "2026-12-04T16:00:00.000Z",
    daysLeft: 4,
  });
  const [failure] = json.failures;
  assertEquals(
    [failure.code, failure.count, failure.lines],
    [NOT_FOUND.code, 1, [{ file: "out.ndjson", line: 3 }]],
  );
  assert(failure.meaning.zh !== "" && failure.hint.en !== "");
  const { from, medianMs, retries } = json.lookups;
  assertEquals([from, retries], ["2024-10-09T04:49:42.976Z", 2]);
  assert(medianMs >= 19 && medianMs <= 22, `${medianMs}`);
});

Deno.test("the state is that of the moment asked for, not that of the lookup", async () => {
  const { json } = await jsonOf(ANSWERS, "--at", "2027-06-01");
  assertEquals(json.memberships.vip.active, 0);
  assertEquals(json.memberships.vip.expired, 2);
});

Deno.test("what ends after twelve months is counted, too", async () => {
  const { json } = await jsonOf([
    found(1, { vip_end_time: "2027-11-30 23:59:59" }),
    found(2, { vip_end_time: "2027-12-01 00:00:00" }),
  ]);
  assertEquals(json.months.at(-1), {
    ...{ month: "2027-11", vip: 1, car: 0, svip: 0 },
  });
  assertEquals(json.later, { vip: 1, car: 0, svip: 0 });
});

Deno.test("a line that failed and was found later counts once, as found", async () => {
  const { json } = await jsonOf([
    header(),
    failed(1, NOT_FOUND),
    failed(2, NOT_FOUND),
    found(1, { vip_end_time: "2027-01-01" }),
    found(1, { vip_end_time: "2027-01-01" }),
    failed(1, NOT_FOUND),
  ]);
  assertEquals(json.devices, { total: 2, found: 1, failed: 1 });
  assertEquals(json.memberships.vip.active, 1);
  assertEquals(json.failures.length, 1);
  assertEquals(json.failures[0].count, 1);
  assertEquals(json.failures[0].lines, [{ file: "out.ndjson", line: 2 }]);
});

Deno.test("shards are one fleet, and the ones that are missing are named", async () => {
  const outputs = {
    "0.ndjson": [header("0/4"), found(4, {}), failed(8, NOT_FOUND)],
    "2.ndjson": [header("2/4"), found(2, {})],
    "3.ndjson": [header("3/4"), failed(3, NOT_FOUND)],
  };
  await withOutputs(outputs, async ({ report }) => {
    // A file that is named twice is one file.
    const files = [...Object.keys(outputs), "0.ndjson"];
    const { stdout } = await report(...files, "--to", "json");
    const json = JSON.parse(stdout);
    assertEquals(json.devices, { total: 4, found: 2, failed: 2 });
    assertEquals(json.missing, [
      { input: "devices.csv", count: 1, shards: ["1/4"] },
    ]);
    const { stdout: text } = await report(...files);
    assertStringIncludes(text, "Not in these files: 1/4 of devices.csv");
    assertStringIncludes(text, "Lines: 0.ndjson:8, 3.ndjson:3");
  });
});

Deno.test("what no batch wrote is left out, counted, and never shown", async () => {
  const secret = "8b4a70dd16105f18edd4e78a3bb8ec";
  const lines = [
    found(1, {}),
    `AccessToken=${secret}`,
    "",
    `{"line":0,"ok":true}`,
    `{"line":5,"ok":true,"user":{"memberships":{"vip":7}}}`,
    `{"line":6,"ok":false,"error":"no"}`,
    found(7, {}, { deviceId: { a: 1 } }),
    found(8, {}, { columns: ["a"] }),
    found(9, {}, { attempts: "x" }),
    found(10, {}, { durationMs: null }),
    found(11, {}, { requestId: 7 }),
    found(12, {}).replace('"nickname":null', '"nickname":{}'),
    failed(13, { kind: "api", code: 5 }),
    failed(14, { kind: "input", field: {} }),
    failed(15, { kind: "protocol", status: "x" }),
    "null",
    found(2, {}),
  ];
  const torn = found(3, {}).slice(0, 60);
  const outputs = { "out.ndjson": `${lines.join("\n")}\n${torn}` };
  await withOutputs(outputs, async ({ report }) => {
    const { code, stdout, stderr } = await report("out.ndjson", "--to", "json");
    assertEquals(code, 0);
    assertEquals(JSON.parse(stdout).devices.total, 2);
    assertStringIncludes(
      stderr,
      "out.ndjson: 14 lines were not written by batch, such as line 2,",
    );
    assertStringIncludes(stderr, "out.ndjson: the last line was cut short");
    assert(!stderr.includes(secret) && !stdout.includes(secret));
  });
});

Deno.test("answers come from stdin, too, and without a header", async () => {
  const { run } = await import("../cli/run.ts");
  for (const files of [[], ["-"]]) {
    const { code, stdout } = await run(
      ["report", ...files, "--to", "json", "--at", "2026-12-01"],
      { stdin: `${found(1, {})}\n`, env: { KUGOU_LANG: "en" } },
    );
    assertEquals(code, 0);
    assertEquals(JSON.parse(stdout).devices.found, 1);
  }
});

Deno.test("--within narrows the list, which has a hundred at most and counts all", async () => {
  const days = (day: number) =>
    new Date(Date.parse("2026-12-01T00:00:00Z") + day * 86_400_000)
      .toISOString().replace("T", " ").slice(0, 19);
  const lines = Array.from(
    { length: 150 },
    (_, i) => found(i + 1, { vip_end_time: days(150 - i) }),
  );
  const { json } = await jsonOf(lines, "--within", "30");
  assertEquals(json.soonest.days, 30);
  assertEquals(json.soonest.total, 30);
  const left = json.soonest.list.map((it: { daysLeft: number }) => it.daysLeft);
  assertEquals(left, Array.from({ length: 30 }, (_, i) => i + 1));
  const { json: all } = await jsonOf(lines, "--within", "1000");
  assertEquals([all.soonest.total, all.soonest.list.length], [150, 100]);
  assertEquals(all.soonest.list[99].daysLeft, 100);
});

Deno.test("failures are told apart by code, status, field and kind, each with what to do", async () => {
  const problem = {
    reason: { en: "it has no slash", zh: "缺少斜杠" },
    expected: { en: "a slash", zh: "斜杠" },
  };
  const { json } = await jsonOf([
    failed(1, { kind: "api", code: "200003" }),
    failed(2, { kind: "api", code: "Nobody.Knows" }),
    failed(3, { kind: "protocol", status: 502, expected: "a JSON object" }),
    failed(4, { kind: "input", field: "deviceId", ...problem }),
    failed(5, { kind: "network" }),
    failed(6, { kind: "timeout" }),
    failed(7, { kind: "news" }),
  ]);
  const codes = json.failures.map(({ code }: { code: string }) => code);
  assertEquals(codes.sort(), [
    ...["200003", "HTTP 502", "Nobody.Knows", "deviceId"],
    ...["network", "news", "timeout"],
  ]);
  for (const { hint, meaning } of json.failures) {
    for (const text of [hint.en, hint.zh, meaning.en, meaning.zh]) {
      assert(typeof text === "string" && text !== "");
    }
  }
});

Deno.test("a report about nothing, or that cannot be, says what would be right", async () => {
  const cases: [args: string[], code: number, why: RegExp][] = [
    [["empty.ndjson"], 2, /FILE: there is no answer in it/],
    [["other.txt"], 2, /FILE: there is no answer in it/],
    [["nowhere.ndjson"], 2, /FILE: the file does not exist/],
    [["."], 2, /FILE: it is a directory/],
    [["out.ndjson", "--to", "pdf"], 2, /--to/],
    [["out.ndjson", "--at", "tomorrow"], 2, /--at: it is not a time/],
    [["out.ndjson", "--at", "2026-13-41"], 2, /--at: it is not a time/],
    [["out.ndjson", "--at", "2027-02-29"], 2, /--at: it is not a time/],
    [["out.ndjson", "--at", "2026-11-31T08:00:00Z"], 2, /--at: it is not/],
    [["out.ndjson", "--at", "2026-12-01T08:00"], 2, /--at: .*time/],
    [["out.ndjson", "--within", "-1"], 2, /--within/],
    [
      ["out.ndjson", "--out", "out.ndjson"],
      2,
      /--out: it holds something already/,
    ],
    [["out.ndjson", "--out", "no/where.html"], 2, /--out: its folder does not/],
    [["--to", "csv"], 2, /FILE: .* two passes/],
  ];
  const outputs = {
    "out.ndjson": [header(), found(1, {})],
    "empty.ndjson": "",
    "other.txt": "hello\n",
  };
  await withOutputs(outputs, async ({ report }) => {
    for (const [args, code, why] of cases) {
      const { code: got, stderr, stdout } = await report(...args);
      assertEquals([got, stdout], [code, ""], `${args}: ${stderr}`);
      assertMatch(stderr, why);
      assert(!stderr.includes("bug"), stderr);
    }
    const { stdout } = await report("out.ndjson", "--to", "json");
    assertEquals(JSON.parse(stdout).devices.found, 1);
  });
});

Deno.test("a report needs the permission to read its files, and no other", async () => {
  const { run } = await import("../cli/run.ts");
  await withOutputs({ "out.ndjson": [found(1, {})] }, async ({ dir }) => {
    const file = `${dir}/out.ndjson`;
    const denied = await run(["report", file], {
      permissions: ["--no-prompt"],
    });
    assertEquals(denied.code, 9);
    assertStringIncludes(denied.stderr, `--allow-read=${file}`);
    const { code } = await run(["report", file], {
      permissions: ["--no-prompt", `--allow-read=${file}`],
    });
    assertEquals(code, 0);
  });
});
