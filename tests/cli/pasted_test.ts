import { assertEquals } from "@std/assert";
import { run, SECRET } from "./run.ts";
import { startBench } from "./sandbox.ts";

/** As it comes out of chats, documents and Chinese keyboards. */
const PASTED = [
  "\u200b\u201cLAEG4YJE1A\uff0fdev01\u201d ",
  "ＬＡＥＧ４ＹＪＥ１Ａ／ｄｅｖ０１",
  "LAEG4YJE1A\u2060/dev01\u200e",
];

Deno.test("user-info takes a device id out of what was pasted along with it", async () => {
  await using bench = await startBench();
  for (const id of PASTED) {
    const { code, stdout, stderr } = await bench.userInfo(id, ["--json"]);

    assertEquals(code, 0, stderr);
    assertEquals(JSON.parse(stdout).deviceId, "LAEG4YJE1A/dev01");
  }
});

Deno.test("batch takes device ids and tokens out of what was pasted along with them", async () => {
  await using bench = await startBench();
  const accessToken = `\ufeff${SECRET}\u200b`;
  const lines = PASTED.map((deviceId) => ({ deviceId, accessToken }));
  const csv = PASTED.map((id) => `"${id}",${accessToken}\n`).join("");
  for (
    const [format, stdin] of [
      ["ndjson", lines.map((line) => `${JSON.stringify(line)}\n`).join("")],
      ["csv", `deviceId,accessToken\n${csv}`],
    ] as const
  ) {
    const { code, stdout, stderr } = await run(
      ["batch", "--ordered", "--format", format],
      { env: { KUGOU_ENDPOINT: bench.endpoint }, stdin },
    );

    assertEquals(code, 0, stderr);
    assertEquals(
      stdout.trimEnd().split("\n").map((line) => JSON.parse(line).deviceId),
      PASTED.map(() => "LAEG4YJE1A/dev01"),
    );
  }
});
