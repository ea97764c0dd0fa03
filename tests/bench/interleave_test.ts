import { assertEquals } from "@std/assert";
import { compare, time } from "../../bench/compare.ts";
import { interleave, palindrome } from "../../bench/interleave.ts";
import { atMost } from "../../bench/limit.ts";

Deno.test("a round is the same from both ends, and each begins one", () => {
  assertEquals(palindrome(2, 0), [0, 1, 1, 0]);
  assertEquals(palindrome(2, 1), [1, 0, 0, 1]);
  assertEquals(palindrome(3, 2), [2, 0, 1, 1, 0, 2]);
});

function recorder(names: string[]) {
  const ran: string[] = [];
  const contestants = names.map((name) => ({
    count: 1,
    run: () => {
      ran.push(name);
      return Promise.resolve();
    },
  }));
  return { ran, contestants };
}

Deno.test("warm-ups are run and not measured", async () => {
  const { ran, contestants } = recorder(["a", "b"]);
  const seen: number[] = [];
  const times = await interleave(contestants, {
    rounds: 2,
    warmUps: 1,
    budgetMs: 60_000,
    onRound: (round) => seen.push(round),
  });
  assertEquals(ran.join(""), "abba" + "abba" + "baab");
  assertEquals(times.map(({ length }) => length), [2, 2]);
  assertEquals(seen, [1, 2]);
});

Deno.test("rounds end where time does, but three are always measured", async () => {
  const { contestants } = recorder(["a"]);
  const rounds = { rounds: 1000, warmUps: 0, budgetMs: -1 };
  assertEquals((await interleave(contestants, rounds))[0]?.length, 3);
});

Deno.test("times become a line, judged by the median ratio", () => {
  const comparison = { what: "ours", against: "theirs" };
  const times = { ours: [2, 2, 90], theirs: [2, 1, 1] };
  const judge = (ratio: number) => atMost(ratio, 1.5);
  assertEquals(compare({ ...comparison, ...times, judge }), {
    ...comparison,
    figures: "2.0 ms / 1.0 ms",
    ratio: { median: 2, min: 1, max: 90 },
    verdict: { limit: "≤ 1.50", holds: false },
  });
  assertEquals(compare({ ...comparison, ...times }).verdict, null);
});

Deno.test("a time has the unit that fits", () => {
  assertEquals([time(0.2514), time(1), time(45.06)], [
    "251 µs",
    "1.0 ms",
    "45.1 ms",
  ]);
});
