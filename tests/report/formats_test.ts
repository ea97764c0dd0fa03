import { parse } from "csv-parse/sync";
import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { failed, found, header, NOT_FOUND, withOutputs } from "./outputs.ts";

const OUTPUTS = {
  "out.ndjson": [
    header(),
    failed(1, NOT_FOUND),
    found(2, {
      nick_name: '=HYPERLINK("x")',
      vip_end_time: "2026-12-05 00:00:00",
      svip_end_time: "",
    }, {
      columns: {
        "门店": '深圳, "一"店\n二楼',
        "tel": "+86 138",
        "n": -5,
        "ok": "yes",
      },
    }),
    found(1, { vip_end_time: "2025-01-01 00:00:00" }),
    found(3, {}, { columns: { owner: { name: "Ana" }, __proto__x: null } }),
  ],
};

async function csvOf(...args: string[]) {
  return await withOutputs(OUTPUTS, async ({ dir, report }) => {
    const { code, stderr } = await report(
      ...["out.ndjson", "--to", "csv", "--out", "fleet.csv", ...args],
    );
    assertEquals(code, 0, stderr);
    const stdout = await Deno.readTextFile(`${dir}/fleet.csv`);
    assert(stdout.startsWith("\ufeff"), "it has a byte order mark");
    const rows = parse(stdout, { bom: true, columns: true }) as Record<
      string,
      string
    >[];
    return { rows, stdout };
  });
}

Deno.test("CSV has a row for each device, the columns of the input first", async () => {
  const { rows, stdout } = await csvOf();
  assertEquals(rows.map(({ line }) => line), ["2", "1", "3"]);
  assertEquals(Object.keys(rows[0]!).slice(0, 8), [
    ...["门店", "tel", "n", "columns.ok", "owner", "__proto__x"],
    ...["line", "deviceId"],
  ]);
  const [row] = rows;
  assertEquals(row!["门店"], '深圳, "一"店\n二楼');
  assertEquals([row!.vip, row!.vipEnd, row!.vipDaysLeft], [
    ...["active", "2026-12-04T16:00:00.000Z", "4"],
  ]);
  assertEquals([row!.car, row!.carEnd, row!.svip], ["unknown", "", "none"]);
  assertEquals([row!.ok, row!["columns.ok"]], ["true", "yes"]);
  assertEquals(rows[1]!.vipDaysLeft, "-699");
  assertEquals(rows[2]!.owner, '{"name":"Ana"}');
  assert(stdout.includes("\r\n"));
});

Deno.test("CSV makes cells harmless that begin like a formula", async () => {
  const { rows: [row] } = await csvOf();
  assertEquals(row!.nickname, `'=HYPERLINK("x")`);
  assertEquals(row!.tel, "'+86 138");
  assertEquals(row!.n, "-5");
});

Deno.test("CSV says of what failed what it means and what to do, in the reader's language", async () => {
  const outputs = { "out.ndjson": [header(), failed(7, NOT_FOUND)] };
  await withOutputs(outputs, async ({ report }) => {
    for (
      const [lang, meaning] of [["en", /deleted/], ["zh", /删除/]] as const
    ) {
      const { stdout } = await report(
        ...["out.ndjson", "--to", "csv", "--lang", lang],
      );
      const [row] = parse(stdout, { bom: true, columns: true }) as Record<
        string,
        string
      >[];
      assertEquals([row!.ok, row!.errorCode], ["false", NOT_FOUND.code]);
      assertMatch(row!.meaning!, meaning);
      assert(row!.whatToDo !== "");
    }
  });
});

Deno.test("CSV with --within has only devices with a membership that ends by then", async () => {
  const { rows } = await csvOf("--within", "30");
  assertEquals(rows.map(({ line }) => line), ["2"]);
});

Deno.test("text shows bars, and colors only where they are wanted", async () => {
  await withOutputs(OUTPUTS, async ({ report }) => {
    const { stdout } = await report("out.ndjson");
    assertMatch(stdout, /^3 devices: 3 found, 0 failed$/m);
    assertMatch(stdout, /^ {2}VIP +1 +1 +0 +1 +█+░+ +33%$/m);
    assertMatch(stdout, /^ {2}2026-12 +1 +█{20}$/m);
    assertStringIncludes(stdout, "No lookup failed");
    assertStringIncludes(stdout, '门店: 深圳, "一"店\\n二楼');
    assert(!stdout.includes("\x1b"));
    const { stdout: zh } = await report("out.ndjson", "--lang", "zh");
    assertStringIncludes(zh, "共 3 台设备：查到 3，失败 0");
  });
});

Deno.test("HTML is one file that loads nothing, and escapes what it shows", async () => {
  const outputs = {
    "out.ndjson": [
      header(),
      found(1, {
        nick_name: "<script>alert(1)</script>",
        vip_end_time: "2026-12-05 00:00:00",
      }, { columns: { "<b>": "\"'&" } }),
      failed(2, { kind: "api", code: "<img src=x onerror=alert(1)>" }),
    ],
  };
  await withOutputs(outputs, async ({ dir, report }) => {
    const { code, stdout } = await report(
      ...["out.ndjson", "--to", "html", "--out", "fleet.html"],
    );
    assertEquals([code, stdout], [0, ""]);
    const html = await Deno.readTextFile(`${dir}/fleet.html`);
    assertStringIncludes(html, "&lt;script&gt;");
    assertStringIncludes(html, "&lt;b&gt;: &quot;&#39;&amp;");
    assert(!/<script|<img|<b>:|https?:|url\(/i.test(html));
    assertStringIncludes(html, "default-src &#39;none&#39;");
    assertStringIncludes(html, '<html lang="en">');
    const { stdout: zh } = await report(
      ...["out.ndjson", "--to", "html", "--lang", "zh"],
    );
    assertStringIncludes(zh, '<html lang="zh-CN">');
  });
});

Deno.test("HTML stays below 60 kB, whatever the fleet is like", async () => {
  const long = "长".repeat(500);
  const quotes = '"'.repeat(500);
  const columns = Object.fromEntries(
    Array.from({ length: 50 }, (_, i) => [`${i}${long}`, long]),
  );
  const lines = Array.from({ length: 300 }, (_, i) => [
    found(i + 1, { nick_name: quotes, vip_end_time: "2026-12-05" }, {
      columns: i % 2 === 0 ? columns : { [quotes]: quotes },
      deviceId: quotes,
    }),
    failed(1_000 + i, { kind: "api", code: `${i}${quotes}` }),
  ]).flat();
  const shards = Array.from(
    { length: 300 },
    (_, i) => header("0/9", `${"<".repeat(240)}${i}`),
  );
  const name = `${"&".repeat(200)}.ndjson`;
  const outputs = { [name]: [...shards, ...lines], "out.ndjson": lines };
  await withOutputs(outputs, async ({ report }) => {
    const { stdout } = await report(name, "out.ndjson", "--to", "html");
    const { length } = new TextEncoder().encode(stdout);
    assert(length < 60_000, `${length} bytes`);
  });
});

Deno.test("no format writes a character that moves the cursor or turns the text around", async () => {
  const odd = "a\u001b[31mb\u202ec\u0007";
  const lines = [
    found(1, { nick_name: odd, vip_end_time: "2026-12-05" }, {
      columns: { [odd]: odd },
    }),
    failed(2, { kind: "api", code: odd }),
  ];
  await withOutputs({ "out.ndjson": lines }, async ({ report }) => {
    for (const format of ["text", "json", "csv", "html"]) {
      const { stdout } = await report("out.ndjson", "--to", format);
      const found = stdout.match(/[^\P{Cc}\r\n]|\u202e/u);
      assertEquals([format, found?.[0]], [format, undefined]);
    }
  });
});

Deno.test("CSV is not made from a pipe, which is read once", async () => {
  await withOutputs(
    { "out.ndjson": [found(1, {})] },
    async ({ dir, report }) => {
      const { success } = await new Deno.Command("mkfifo", {
        args: [`${dir}/p`],
      })
        .output();
      assert(success);
      const { code, stderr } = await report("p", "--to", "csv");
      assertEquals(code, 2);
      assertStringIncludes(stderr, "FILE: a table takes two passes");
    },
  );
});
