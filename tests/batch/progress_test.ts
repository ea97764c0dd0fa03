import { assert, assertEquals, assertMatch } from "@std/assert";
import { formatProgress, Progress } from "../../lib/cli/batch/progress.ts";
import { Tally } from "../../lib/cli/batch/run_batch.ts";
import { Output } from "../../lib/cli/output.ts";
import { batch as en } from "../../lib/i18n/en/batch.ts";
import { batch as zh } from "../../lib/i18n/zh/batch.ts";
import { KugouInputError } from "../../mod.ts";

function tallyOf(ok: number, failed: number): Tally {
  const tally = new Tally();
  const both = { en: "x", zh: "x" };
  const problem = { reason: both, expected: both, example: null };
  for (let i = 0; i < ok; i++) tally.succeed();
  for (let i = 0; i < failed; i++) {
    tally.fail(new KugouInputError("f", problem));
  }
  return tally;
}

Deno.test("progress says how much is done, of what, how fast and how long still", () => {
  const facts = { tally: tallyOf(90, 10), bytesRead: () => 500, size: 2000 };
  assertEquals(
    formatProgress(facts, 20, en),
    "[#####---------------]  25%  100 lines: 90 ok, failed: 10 input  5.0/s  1 min 0 s left",
  );
  assertEquals(
    formatProgress(facts, 2, zh),
    "[#####---------------]  25%  100 行：成功 90，失败：input 10  50 行/秒  剩余 6 秒",
  );
});

Deno.test("without a size there is no bar and no guess", () => {
  const facts = { tally: tallyOf(1, 0), bytesRead: () => 500, size: null };
  assertEquals(formatProgress(facts, 7300, en), "1 line: 1 ok  0.0/s");
});

Deno.test("a person sees one line that is redrawn and in the end gone", async () => {
  let shown = "";
  const stream = {
    writeSync(bytes: Uint8Array) {
      shown += new TextDecoder().decode(bytes);
      return bytes.length;
    },
    isTerminal: () => true,
  };
  const tally = tallyOf(2, 0);
  const size = 10;
  {
    using progress = new Progress(
      { tally, bytesRead: () => size, size },
      new Output(stream, {
        name: "stderr",
        isTerminal: stream.isTerminal(),
        hasColors: false,
        canRedraw: stream.isTerminal(),
        mask: (text) => text,
      }),
      en,
    );
    await new Promise((go) => setTimeout(go, 1_100));
    assert(progress.seconds > 1);
  }
  const [first, ...drawn] = shown.split("\r\x1b[K");
  assertEquals([first, drawn.pop()], ["", ""]);
  assertEquals(drawn.length, 2);
  for (const line of drawn) {
    assertMatch(line, /^\[#{20}\] 100%  2 lines: 2 ok[^\n]*$/);
  }
});
