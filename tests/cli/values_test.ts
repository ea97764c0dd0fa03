import { assertEquals, assertThrows } from "@std/assert";
import type { OptionName } from "../../lib/cli/commands.ts";
import { readCount, readDuration } from "../../lib/cli/values.ts";
import { KugouInputError } from "../../mod.ts";

function args(name: OptionName, value: string) {
  return { operands: [], options: new Map([[name, value]]) };
}

function duration(text: string): number | undefined {
  return readDuration(args("timeout", text), "timeout");
}

function reasonAgainst(text: string): string {
  return assertThrows(() => duration(text), KugouInputError).reason.en;
}

Deno.test("a duration has a number and a unit", () => {
  assertEquals(duration("500ms"), 500);
  assertEquals(duration("10s"), 10_000);
  assertEquals(duration("1.5s"), 1_500);
  assertEquals(duration("2m"), 120_000);
  assertEquals(duration("35791m"), 2_147_460_000);
  assertEquals(readDuration(args("timeout", "1s"), "latency"), undefined);
});

Deno.test("what is no duration is refused with its reason", () => {
  for (const text of ["10", "1.5", "0"]) {
    assertEquals(reasonAgainst(text), "it has no unit");
  }
  for (
    const text of [
      "",
      "s",
      "NaN",
      "Infinity",
      "1e3s",
      "10h",
      "1.s",
      ".5s",
      "10 s",
      "٣s",
      "10s\n",
      "1s1s",
    ]
  ) {
    assertEquals(reasonAgainst(text), "it is not a duration", text);
  }
  for (const text of ["0s", "0.5ms", "0ms"]) {
    assertEquals(reasonAgainst(text), "it is less than a millisecond");
  }
  assertEquals(reasonAgainst("-5s"), "it is negative");
  for (const text of ["35792m", `${"9".repeat(400)}s`]) {
    assertEquals(reasonAgainst(text), "it is longer than a timer can wait");
  }
});

Deno.test("a count is a whole number in its range", () => {
  const count = (text: string) =>
    readCount(args("retries", text), "retries", 100);

  assertEquals([count("0"), count("7"), count("100"), count("007")], [
    0,
    7,
    100,
    7,
  ]);
  for (
    const text of ["101", "-1", "1.0", "1e1", "", " 1", "0x1", "9".repeat(20)]
  ) {
    assertThrows(() => count(text), KugouInputError);
  }
});
