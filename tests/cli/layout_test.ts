import { assertEquals } from "@std/assert";
import { cell, Output, type Row, writeRows } from "../../lib/cli/output.ts";
import { Recorder } from "./run.ts";

/** Lays rows out, and gives what was written. */
function layOut(rows: readonly Row[], indent?: string): string {
  const recorder = new Recorder();
  const out = new Output(recorder, {
    name: "stdout",
    isTerminal: false,
    hasColors: false,
    canRedraw: false,
    mask: (text) => text,
  });
  writeRows(out, rows, indent);
  return recorder.text;
}

Deno.test("columns are as wide as their widest cell, but for the last of a row", () => {
  const rows = [
    [cell("a"), cell("b"), cell("c")],
    null,
    [cell("long"), cell("a last cell of any length")],
    [cell("alone")],
  ];

  assertEquals(
    layOut(rows, "  "),
    "  a     b  c\n\n  long  a last cell of any length\n  alone\n",
  );
});

Deno.test("wide characters and emoji take two columns", () => {
  const rows = [
    [cell("昵称"), cell("x")],
    [cell("🎧"), cell("x")],
    [cell("abcdef"), cell("x")],
    [cell("e\u0301"), cell("x")],
  ];

  assertEquals(
    layOut(rows),
    "昵称    x\n🎧      x\nabcdef  x\ne\u0301       x\n",
  );
});
