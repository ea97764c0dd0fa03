import { assertEquals } from "@std/assert";
import axe from "axe-core";
import {
  failed,
  found,
  header,
  NOT_FOUND,
  withOutputs,
} from "../report/outputs.ts";
import { browserTest } from "./browser_test_case.ts";

const VIOLATIONS = "axe.run().then((it) => it.violations.map(({ id }) => id))";

/** What has to be scrolled from side to side. */
const TOO_WIDE = `[...document.querySelectorAll("html, section")]
  .filter((box) => box.scrollWidth > box.clientWidth)
  .map((box) => box.textContent.trim().slice(0, 30))`;

const ANSWERS = [
  header("0/2"),
  ...Array.from({ length: 80 }, (_, i) =>
    found(i + 1, {
      nick_name: "示例用户",
      vip_end_time: `2026-12-${String(2 + i % 28).padStart(2, "0")} 00:00:00`,
      car_vip_end_time: "2026-01-01 00:00:00",
      svip_end_time: i % 3 === 0 ? "" : "2027-03-01 00:00:00",
    }, { columns: { "门店": "深圳一店", serial: `SN${i}` } })),
  failed(81, NOT_FOUND),
  failed(82, { kind: "protocol", status: 502 }),
];

async function htmlOf(lang: string): Promise<string> {
  return await withOutputs({ "0.ndjson": ANSWERS }, async ({ report }) => {
    const { stdout } = await report("0.ndjson", "--to", "html", "--lang", lang);
    return stdout;
  });
}

for (
  const [lang, colorScheme, width] of [
    ["en", "light", 390],
    ["en", "dark", 1440],
    ["zh", "light", 1440],
    ["zh", "dark", 390],
  ] as const
) {
  const options = { colorScheme, viewport: { width, height: 900 } };
  browserTest(
    `axe has nothing against the report: ${lang}, ${colorScheme}, ${width} px`,
    options,
    async ({ page }) => {
      await page.setContent(await htmlOf(lang));
      await page.evaluate(axe.source);
      assertEquals(await page.evaluate(VIOLATIONS), []);
      assertEquals(await page.evaluate(TOO_WIDE), []);
    },
  );
}
