import { assertEquals } from "@std/assert";
import { readKugouUser } from "../../mod.ts";
import { webWords } from "../../lib/i18n/web_words.ts";
import { viewMembership } from "../../lib/web/views/membership.ts";

/** 10:00 in China. */
const NOW = new Date("2026-01-10T02:00:00Z");

/** The view of a VIP membership that ends so. */
function view(vipEndTime: string | undefined, language: "en" | "zh" = "en") {
  const data = vipEndTime === undefined ? {} : { vip_end_time: vipEndTime };
  const { vip } = readKugouUser(data, NOW).memberships;
  return viewMembership("vip", vip, webWords(language), NOW.getTime());
}

const cases: [end: string, summary: string, summaryZh: string][] = [
  ["2026-01-10 10:00:01", "Less than a day left", "剩余不足 1 天"],
  ["2026-01-11 10:00:00", "1 day left", "剩余 1 天"],
  ["2026-01-12 09:59:59", "2 days left", "剩余 2 天"],
  ["2029-01-10 10:00:00", "1,096 days left", "剩余 1,096 天"],
  ["2026-01-10 09:59:59", "Ended less than a day ago", "过期不足 1 天"],
  ["2026-01-09 10:00:00", "Ended 1 day ago", "已过期 1 天"],
  ["2025-12-31 10:00:00", "Ended 10 days ago", "已过期 10 天"],
  ["", "Not a member", "该用户未开通"],
  ["soon", "Unreadable end date:", "到期时间无法解析："],
];

for (const [end, summary, summaryZh] of cases) {
  Deno.test(`an end of ${JSON.stringify(end)} reads "${summary}"`, () => {
    assertEquals(view(end).summary, summary);
    assertEquals(view(end, "zh").summary, summaryZh);
  });
}

Deno.test("an end that was not sent is told from one that cannot be read", () => {
  assertEquals(view(undefined).summary, "The server sent no end date");
  assertEquals(view(undefined).raw, null);
  assertEquals(view("soon").raw, "soon");
});

Deno.test("what ends within a week is a warning, and what has ended is bad", () => {
  assertEquals(view("2026-01-17 10:00:01").tone, "good");
  assertEquals(view("2026-01-17 10:00:00").tone, "warn");
  assertEquals(view("2026-01-10 10:00:00").tone, "bad");
  assertEquals(view("0").tone, "neutral");
});

Deno.test("the bar is full at a year, and never empty while anything is left", () => {
  assertEquals(view("2029-01-10 10:00:00").share, 100);
  assertEquals(view("2026-07-11 22:00:00").share, 50);
  assertEquals(view("2026-01-10 10:00:01").share, 2);
  assertEquals(view("2026-01-10 09:00:00").share, null);
});

Deno.test("an end is shown in China time, whatever the server's own time zone", () => {
  const { end } = view("2026-03-01 00:30:00");
  assertEquals(end?.iso, "2026-02-28T16:30:00.000Z");
  assertEquals(end?.china.value.replace(/\s/g, " "), "Mar 1, 2026, 12:30 AM");
  assertEquals(end?.utc.value.replace(/\s/g, " "), "Feb 28, 2026, 4:30 PM");
  assertEquals(
    view("2026-03-01 00:30:00", "zh").end?.china.value,
    "2026年3月1日 00:30",
  );
});
