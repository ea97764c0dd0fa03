import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { linesOf, run } from "./cli.ts";
import { respond } from "./responder.ts";

const TOKEN = "8b4a70dd16105f18edd4e78a3bb8ec";
const ENV = { KUGOU_ACCESS_TOKEN: TOKEN };

const FLEET = `deviceId,accessToken,shop,serial
LAEG4YJE1A/dev01,,A,1
no-slash,,B,2
LAEG4YJE1A/dev03,${TOKEN}x,C,3
LAEG4YJE1A/dev04,two words,D,4
LAEG4YJE1A/dev05,,E,5
`;

Deno.test("--dry-run checks every line, and sends nothing", async () => {
  await using server = respond();
  const { code, out, err } = await run(
    ["--dry-run", "--rate", "2", "--endpoint", server.endpoint],
    { stdin: FLEET, env: ENV },
  );
  assertEquals([code, err, server.asked.size], [10, "", 0]);
  const [lines, tokens, columns, time, wrong, first, second, end] = out
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
  assert(!out.includes(TOKEN) && !out.includes("two words"));
});

Deno.test("--dry-run of lines that are all right is a success, in both languages", async () => {
  const stdin = "LAEG4YJE1A/dev01\nLAEG4YJE1A/dev02\n";
  const { code, out } = await run(["--dry-run"], { stdin, env: ENV });
  assertEquals(code, 0);
  assertStringIncludes(out, "\nAll lines can be sent\n");
  const { out: zh } = await run(["--dry-run"], {
    stdin,
    env: ENV,
    language: "zh",
  });
  assertStringIncludes(zh, "待查询 2 行（CSV）");
});

Deno.test("--dry-run says which lines have no token, and names ten of many problems", async () => {
  const { code, out } = await run(["--dry-run"], {
    stdin: "LAEG4YJE1A/dev01\n".repeat(13),
  });
  assertEquals(code, 10);
  assertStringIncludes(out, "13 lines cannot be sent:");
  assertStringIncludes(out, "line 10, accessToken: it is missing");
  assertStringIncludes(out, "  and 3 more");
  assert(!out.includes("line 11"));
});

Deno.test("--dry-run leaves an output alone, and needs no permission for it", async () => {
  const dir = await Deno.makeTempDir();
  const out = `${dir}/out.ndjson`;
  const { code } = await run(["--dry-run", "--out", out, "--resume"], {
    stdin: "LAEG4YJE1A/dev01\n",
    env: ENV,
  });
  assertEquals(code, 0);
  assertEquals(await Array.fromAsync(Deno.readDir(dir)), []);
  await Deno.remove(dir);
});

Deno.test("--limit takes so many lines, and with --resume so many more", async () => {
  const dir = await Deno.makeTempDir();
  const out = `${dir}/out.ndjson`;
  await using server = respond();
  const args = [
    ...["--endpoint", server.endpoint, "--limit", "2"],
    ...["--out", out, "--resume", "--ordered"],
  ];
  const options = {
    stdin: "P/1\nP/2\nP/3\nP/4\nP/5\n",
    env: ENV,
    allow: [`--allow-read=${dir}`, `--allow-write=${dir}`],
  };
  const asked = async () =>
    linesOf(await Deno.readTextFile(out)).map(({ line }) => line);
  assertEquals((await run(args, options)).code, 0);
  assertEquals(await asked(), [1, 2]);
  assertEquals((await run(args, options)).code, 0);
  assertEquals(await asked(), [1, 2, 3, 4]);
  const plan = await run(["--dry-run", "--limit", "3"], options);
  assertStringIncludes(plan.out, "3 lines to look up");
  await Deno.remove(dir, { recursive: true });
});

Deno.test("--limit ends an input that goes on", async () => {
  await using server = respond();
  const { start } = await import("./cli.ts");
  const child = start(["--endpoint", server.endpoint, "--limit", "1"], {
    env: ENV,
  });
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode("P/1\nP/2\n"));
  const { code, stdout } = await child.output();
  assertEquals(code, 0);
  assertEquals(linesOf(new TextDecoder().decode(stdout)).length, 1);
  await writer.close().catch(() => {});
});
