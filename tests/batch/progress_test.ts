import { assert, assertEquals, assertMatch } from "@std/assert";
import { formatProgress, Progress } from "../../lib/batch/progress.ts";
import { Tally } from "../../lib/batch/tally.ts";
import { batch as en } from "../../lib/i18n/en/batch.ts";
import { batch as zh } from "../../lib/i18n/zh/batch.ts";
import { KugouInputError, KugouProtocolError } from "../../mod.ts";

function tallyOf(ok: number, failed: number): Tally {
  const tally = new Tally();
  tally.ok = ok;
  const both = { en: "x", zh: "x" };
  const problem = { reason: both, expected: both, example: null };
  for (let i = 0; i < failed; i++) {
    tally.fail(new KugouInputError("f", problem));
  }
  return tally;
}

const IDLE = { count: 0 };

Deno.test("progress says how much is done, of what, how fast and how long still", () => {
  const tally = tallyOf(90, 10);
  const facts = { tally, underWay: IDLE, position: () => 500, size: 2000 };
  assertEquals(
    formatProgress(facts, 20, 120, en),
    "[#####---------------]  25%  100 lines: 90 ok, failed: 10 input  5.0/s  1 min left",
  );
  assertEquals(
    formatProgress(facts, 2, 120, zh),
    "[#####---------------]  25%  100 行：成功 90，失败：input 10  50 行/秒  剩余 6 秒",
  );
});

Deno.test("what is under way is not done, however little there is to read", () => {
  const facts = { position: () => 1000, size: 1000 };
  const begun = { ...facts, tally: tallyOf(0, 0), underWay: { count: 16 } };
  assertEquals(formatProgress(begun, 1, 120, en), "0 lines: 0 ok  0.0/s");
  const half = { ...facts, tally: tallyOf(10, 0), underWay: { count: 10 } };
  assertMatch(formatProgress(half, 5, 120, en), /\] {2}50% .* 5 s left$/);
});

Deno.test("a narrow terminal shows the share, and no more than fits", () => {
  const tally = tallyOf(10, 0);
  const facts = { tally, underWay: IDLE, position: () => 1, size: 2 };
  assertEquals(formatProgress(facts, 5, 20, en), "50%  10 lines: 10 ok");
});

Deno.test("without a size there is no bar and no guess", () => {
  const tally = tallyOf(1, 0);
  const facts = { tally, underWay: IDLE, position: () => 500, size: null };
  assertEquals(formatProgress(facts, 7300, 120, en), "1 line: 1 ok  0.0/s");
});

Deno.test("HTTP 429 counts as a limit, as it does for one lookup", () => {
  const tally = tallyOf(0, 0);
  const details = { expected: "", excerpt: "", retryAfterMs: null };
  tally.fail(new KugouProtocolError({ ...details, status: 429 }));
  tally.fail(new KugouProtocolError({ ...details, status: 502 }));
  assertEquals(tally.failed, [["limit", 1], ["protocol", 1]]);
});

Deno.test("a person sees one line that is redrawn and in the end gone", async () => {
  let shown = "";
  const redrawn = Promise.withResolvers<void>();
  const to = {
    canRedraw: true,
    line: () => {},
    write(text: string) {
      shown += text;
      if (shown.split("lines").length > 2) redrawn.resolve();
    },
  };
  const size = 10;
  const facts = {
    tally: tallyOf(2, 0),
    underWay: IDLE,
    position: () => size,
    size,
  };
  {
    using _ = new Progress(facts, to, en);
    await redrawn.promise;
  }
  const [first, ...drawn] = shown.split("\r\x1b[K");
  assertEquals([first, drawn.pop()], ["", ""]);
  assert(drawn.length >= 2);
  for (const line of drawn) {
    assertMatch(line, /^\[#{20}\] 100%  2 lines: 2 ok[^\n]*$/);
  }
});
