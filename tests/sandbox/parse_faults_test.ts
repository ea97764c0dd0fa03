import { assertEquals, assertThrows } from "@std/assert";
import { KugouInputError } from "../../mod.ts";
import { parseFaults, SANDBOX_FAULTS } from "../../lib/sandbox/mod.ts";

Deno.test("names come with shares, and a name alone is always met", () => {
  assertEquals(parseFaults("503:0.1,reset:0.05"), {
    shares: { "503": 0.1, reset: 0.05 },
  });
  assertEquals(parseFaults("slow-body"), { shares: { "slow-body": 1 } });
  assertEquals(parseFaults(" 429-far : .5 , 500:0 "), {
    shares: { "429-far": 0.5, "500": 0 },
  });
});

Deno.test("every fault can be named", () => {
  for (const { name } of SANDBOX_FAULTS) {
    assertEquals(parseFaults(name), { shares: { [name]: 1 } });
  }
});

Deno.test("the seed stands among the names", () => {
  assertEquals(parseFaults("seed:0,500:0.5"), {
    shares: { "500": 0.5 },
    seed: 0,
  });
});

Deno.test("what cannot be read has an error with what is right and an example", () => {
  const cases: [string, string][] = [
    ["", 'no fault is named ""'],
    ["  ", 'no fault is named ""'],
    ["503:0.1,", 'no fault is named ""'],
    ["504", 'no fault is named "504", the names are latency, '],
    ["toString", 'no fault is named "toString"'],
    ["503:2", "the share of 503 is 2"],
    ["503:-0.1", "the share of 503 is -0.1"],
    ["503:", "the share of 503 is NaN"],
    ["503:10%", "the share of 503 is NaN"],
    ["503:0.1:0.2", '"503:0.1:0.2" has more than one colon'],
    ["503:0.1,503:0.2", '"503" is given more than once'],
    ["503:0.6,500:0.5", "the shares add up to 1.1"],
    ["503,seed:x", "the seed is NaN"],
    ["503,seed", "the seed is NaN"],
    ["503,seed:4294967296", "the seed is 4294967296"],
    ["503,seed:1,seed:2", '"seed" is given more than once'],
    ["seed:1", "it names no fault"],
  ];
  for (const [text, why] of cases) {
    const error = assertThrows(() => parseFaults(text), KugouInputError, why);
    assertEquals([error.field, error.example], [
      "faults",
      "503:0.1,reset:0.05",
    ]);
  }
});
