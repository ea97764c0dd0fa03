import { assertEquals, assertStringIncludes } from "@std/assert";
import type { Row } from "../../bench/row.ts";
import { renderOutcomes } from "../../bench/table.ts";

const row: Row = {
  name: "one",
  how: "With care.",
  commands: () => ["deno run one.ts"],
  run: () => Promise.resolve([]),
};

const line = {
  what: "ours",
  against: "a | b",
  figures: "2 ms / 1 ms",
  ratio: { median: 2, min: 1.5, max: 2.25 },
};

Deno.test("each line is a row of the table, with its limit if it has one", () => {
  const verdict = { limit: "≤ 1.05", holds: false };
  const lines = [{ ...line, verdict: null }, { ...line, verdict }];
  const [head, , first, second] = renderOutcomes([
    { row, lines, failure: null },
  ]).split("\n");
  assertEquals(
    head,
    "| row | measured | against | each, by median | ratio | min to max | limit | holds |",
  );
  assertEquals(
    first,
    "| one | ours | a \\| b | 2 ms / 1 ms | 2.000 | 1.500 to 2.250 |  |  |",
  );
  assertEquals(
    second,
    "| one | ours | a \\| b | 2 ms / 1 ms | 2.000 | 1.500 to 2.250 | ≤ 1.05 | **no** |",
  );
});

Deno.test("a row that failed says why, on one line", () => {
  const text = renderOutcomes([{ row, lines: [], failure: "no\nserver" }]);
  assertStringIncludes(text, "| one | no server |  |  |  |  |  | **no** |");
});

Deno.test("below the table stands how to repeat each row", () => {
  const text = renderOutcomes([
    { row, lines: [{ ...line, verdict: null }], failure: null },
  ]);
  assertStringIncludes(
    text,
    "**one**: `deno task bench one`. With care.\n\n```sh\ndeno run one.ts\n```\n",
  );
});
