import { assertEquals } from "@std/assert";
import { distanceTo, localTime } from "../../lib/cli/card.ts";
import { card } from "../../lib/i18n/en/cli.ts";

const NOW = Date.parse("2026-01-01T00:00:00Z");
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

Deno.test("a distance is told in the largest unit that it fills", () => {
  const cases = [
    [90 * DAY - 500, "90 days"],
    [DAY, "1 day"],
    [-30 * DAY, "30 days"],
    [DAY - 2 * MINUTE, "23 hours"],
    [HOUR, "1 hour"],
    [59 * MINUTE, "59 minutes"],
    [-10, "0 minutes"],
  ] as const;
  for (const [ms, expected] of cases) {
    assertEquals(distanceTo(new Date(NOW + ms), NOW, card), expected);
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
