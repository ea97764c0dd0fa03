import { assertEquals } from "@std/assert";
import { cell, Output, type Row, writeRows } from "../../lib/cli/output.ts";

/** Lays rows out, and gives what was written. */
async function layOut(rows: readonly Row[], indent?: string): Promise<string> {
  let text = "";
  const out = new Output({
    isTerminal: () => false,
    writeSync(bytes) {
      text += new TextDecoder().decode(bytes);
      return bytes.length;
    },
  });
  await writeRows(out, rows, indent);
  return text;
}

Deno.test("columns are as wide as their widest cell, but for the last of a row", async () => {
  const rows = [
    [cell("a"), cell("b"), cell("c")],
    null,
    [cell("long"), cell("a last cell of any length")],
    [cell("alone")],
  ];

  assertEquals(
    await layOut(rows, "  "),
    "  a     b  c\n\n  long  a last cell of any length\n  alone\n",
  );
});

Deno.test("wide characters and emoji take two columns", async () => {
  const rows = [
    [cell("昵称"), cell("x")],
    [cell("🎧"), cell("x")],
    [cell("abcdef"), cell("x")],
    [cell("e\u0301"), cell("x")],
  ];

  assertEquals(
    await layOut(rows),
    "昵称    x\n🎧      x\nabcdef  x\ne\u0301       x\n",
  );
});
