import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { run, startBench, TOKEN } from "./bench.ts";
import { linesOf, linesOfFile } from "./lines.ts";

const FLEET = `deviceId,accessToken,shop,serial
LAEG4YJE1A/dev01,,A,1
no-slash,,B,2
LAEG4YJE1A/dev03,${TOKEN}x,C,3
LAEG4YJE1A/dev04,two words,D,4
LAEG4YJE1A/dev05,,E,5
`;

Deno.test("--dry-run checks every line, and sends nothing", async () => {
  await using bench = await startBench();
  const { code, stdout, stderr } = await bench.run(
    ["--dry-run", "--rate", "2"],
    { stdin: FLEET },
  );
  assertEquals([code, stderr, bench.server.asked.size], [10, "", 0]);
  const [lines, tokens, columns, time, wrong, first, second, end] = stdout
    .trimEnd().split("\n");
  assertEquals(
    [lines, tokens, columns, time, wrong, end],
    [
      "5 lines to look up (CSV)",
      "Tokens: 2 in the lines, 3 lines need that of --token-file, --token-stdin or KUGOU_ACCESS_TOKEN",
      "Columns that pass through: shop, serial",
      "At this --rate it takes 2 s or more",
      "2 lines cannot be sent:",
      "Nothing was sent",
    ],
  );
  assertMatch(first!, /^ {2}line 3, deviceId: it has no slash; /);
  assertMatch(second!, /^ {2}line 5, accessToken: /);
  assert(!stdout.includes(TOKEN) && !stdout.includes("two words"));
});

Deno.test("--dry-run of lines that are all right is a success, in both languages", async () => {
  const stdin = "LAEG4YJE1A/dev01\nLAEG4YJE1A/dev02\n";
  const { code, stdout } = await run(["--dry-run"], { stdin });
  assertEquals(code, 0);
  assertStringIncludes(stdout, "\nAll lines can be sent\n");
  const zh = await run(["--dry-run", "--lang=zh"], { stdin });
  assertStringIncludes(zh.stdout, "待查询 2 行（CSV）");
});

Deno.test("--dry-run says which lines have no token, and names ten of many problems", async () => {
  const { code, stdout } = await run(["--dry-run"], {
    stdin: "LAEG4YJE1A/dev01\n".repeat(13),
    env: { KUGOU_ACCESS_TOKEN: "" },
  });
  assertEquals(code, 10);
  assertStringIncludes(stdout, "13 lines cannot be sent:");
  assertStringIncludes(stdout, "line 10, accessToken: it is missing");
  assertStringIncludes(stdout, "  and 3 more");
  assert(!stdout.includes("line 11"));
});

Deno.test("--dry-run leaves an output alone, and needs no permission for it", async () => {
  await using bench = await startBench();
  const { code } = await run(["--dry-run", "--out", bench.out, "--resume"], {
    stdin: "LAEG4YJE1A/dev01\n",
  });
  assertEquals(code, 0);
  assertEquals(await Deno.stat(bench.out).catch(() => null), null);
});

Deno.test("--limit takes so many lines, and with --resume so many more", async () => {
  await using bench = await startBench();
  const args = [
    ...["--limit", "2", "--out", bench.out, "--resume", "--ordered"],
  ];
  const options = { stdin: "P/1\nP/2\nP/3\nP/4\nP/5\n" };
  for (const expected of [[1, 2], [1, 2, 3, 4]]) {
    assertEquals((await bench.run(args, options)).code, 0);
    const lines = await linesOfFile(bench.out);
    assertEquals(lines.map(({ line }) => line), expected);
  }
  const plan = await run(["--dry-run", "--limit", "3"], options);
  assertStringIncludes(plan.stdout, "3 lines to look up");
});

Deno.test("--limit ends an input that goes on", async () => {
  await using bench = await startBench();
  const child = bench.start(["--limit", "1"]);
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode("P/1\nP/2\n"));
  const { code, stdout } = await child.output();
  assertEquals(code, 0);
  assertEquals(linesOf(new TextDecoder().decode(stdout)).length, 1);
  await writer.close().catch(() => {});
});
