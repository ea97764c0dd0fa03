import { assertEquals } from "@std/assert";
import { readDocument } from "./documents.ts";
import { meetFaults, readRows, tellRows } from "./reliability.ts";

Deno.test("the table of faults says what comes of each, in both languages", async () => {
  const meetings = await meetFaults();
  assertEquals(
    readRows(readDocument("docs/reliability.md")),
    tellRows(meetings, "en"),
  );
  assertEquals(
    readRows(readDocument("docs/reliability.zh.md")),
    tellRows(meetings, "zh"),
  );
});
