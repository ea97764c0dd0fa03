import { assertEquals } from "@std/assert";
import { atLeast, atMost, below, hardlyGrows } from "../../bench/limit.ts";
import { allHold, type Line, type Row } from "../../bench/row.ts";

const MEBIBYTE = 1024 * 1024;

Deno.test("a limit itself is held, unless the ratio must be below it", () => {
  assertEquals(atMost(1.05, 1.05), { limit: "≤ 1.05", holds: true });
  assertEquals(atMost(1.0501, 1.05).holds, false);
  assertEquals(below(1, 1), { limit: "< 1.00", holds: false });
  assertEquals(below(0.999, 1).holds, true);
  assertEquals(atLeast(0.85, 0.85), { limit: "≥ 0.85", holds: true });
  assertEquals(atLeast(0.849, 0.85).holds, false);
});

Deno.test("memory may grow by three per cent or a mebibyte", () => {
  assertEquals(hardlyGrows(100 * MEBIBYTE, 103 * MEBIBYTE).holds, true);
  assertEquals(hardlyGrows(100 * MEBIBYTE, 104 * MEBIBYTE).holds, false);
  assertEquals(hardlyGrows(4 * MEBIBYTE, 5 * MEBIBYTE).holds, true);
  assertEquals(hardlyGrows(4 * MEBIBYTE, 5 * MEBIBYTE + 1).holds, false);
  assertEquals(hardlyGrows(4 * MEBIBYTE, 3 * MEBIBYTE).holds, true);
});

const row: Row = { name: "row", how: "", run: () => Promise.resolve([]) };

function line(holds: boolean | null): Line {
  return {
    what: "",
    against: "",
    figures: "",
    ratio: { median: 1, min: 1, max: 1 },
    verdict: holds === null ? null : { limit: "", holds },
  };
}

Deno.test("all hold where no limit is broken and no row failed", () => {
  const outcome = (lines: Line[], failure: string | null = null) => ({
    row,
    lines,
    failure,
  });
  assertEquals(allHold([outcome([line(null), line(true)])]), true);
  assertEquals(allHold([outcome([line(true), line(false)])]), false);
  assertEquals(allHold([outcome([line(true)]), outcome([], "why")]), false);
});
