import { assertEquals } from "@std/assert";
import { distanceTo, localTime } from "../../lib/cli/card.ts";

const NOW = Date.parse("2026-01-01T00:00:00Z");
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

Deno.test("a distance is told in the largest unit that it fills", () => {
  const cases = [
    [90 * DAY - 500, { count: 90, unit: "day" }],
    [DAY, { count: 1, unit: "day" }],
    [-30 * DAY, { count: 30, unit: "day" }],
    [DAY - 2 * MINUTE, { count: 23, unit: "hour" }],
    [HOUR, { count: 1, unit: "hour" }],
    [59 * MINUTE, { count: 59, unit: "minute" }],
    [-10, { count: 0, unit: "minute" }],
  ] as const;
  for (const [ms, expected] of cases) {
    assertEquals(distanceTo(new Date(NOW + ms), NOW), expected);
  }
});

Deno.test("a moment is told by the clock here and by that of China", () => {
  const moment = new Date("2026-01-01T18:30:00Z");
  const { local, china } = localTime(moment);
  const year = moment.getFullYear();
  const time = [moment.getHours(), moment.getMinutes()]
    .map((it) => String(it).padStart(2, "0")).join(":");

  assertEquals([local.slice(0, 4), local.slice(-5)], [String(year), time]);
  const isChina = moment.getTimezoneOffset() === -480;
  assertEquals(china === null, isChina);
  if (!isChina) assertEquals(china?.slice(-5), "02:30");
});
