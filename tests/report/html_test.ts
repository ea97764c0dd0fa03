import { assertEquals } from "@std/assert";
import axe from "axe-core";
import { CHROMIUM, CHROMIUM_ARGS } from "../browser/chromium.ts";
import { chromium } from "../browser/playwright.ts";
import { failed, found, header, NOT_FOUND, withOutputs } from "./outputs.ts";

const OUTPUTS = {
  "0.ndjson": [
    header("0/2"),
    failed(2, NOT_FOUND),
    found(4, {
      nick_name: "示例用户<script>document.title='run'</script>",
      vip_end_time: "2026-12-05 00:00:00",
      car_vip_end_time: "2025-01-01 00:00:00",
      svip_end_time: "2028-01-01 00:00:00",
    }, {
      deviceId: `LAEG4YJE1A/${"d".repeat(48)}`,
      columns: { "门店": "深圳南山店", serial: "SN-0001" },
    }),
  ],
};

Deno.test({
  name: "HTML is accessible, fits a phone, and asks nobody for anything",
  ignore: CHROMIUM === null,
  async fn() {
    await withOutputs(OUTPUTS, async ({ dir, report }) => {
      await using browser = await chromium.launch({
        executablePath: CHROMIUM!,
        args: CHROMIUM_ARGS,
      });
      for (const lang of ["en", "zh"]) {
        const name = `${lang}.html`;
        await report(
          ...["0.ndjson", "--to", "html", "--lang", lang, "--out", name],
        );
        for (const colorScheme of ["light", "dark"] as const) {
          for (const width of [320, 1440]) {
            const page = await browser.newPage({
              colorScheme,
              viewport: { width, height: 800 },
            });
            const asked: string[] = [];
            page.on("request", (request) => asked.push(request.url()));
            page.on("console", (message) => asked.push(message.text()));
            await page.goto(`file://${dir}/${name}`);
            const title = await page.title();
            await page.evaluate(axe.source);
            const { violations } = await page.evaluate<axe.AxeResults>(
              "axe.run()",
            );
            const room = await page.evaluate(
              "innerWidth - document.documentElement.scrollWidth",
            );
            const where = `${lang} ${colorScheme} ${width}`;
            assertEquals(violations, [], where);
            assertEquals(room, 0, where);
            assertEquals(asked.length, 1, `${where}: ${asked}`);
            assertEquals(title.includes("run"), false);
            await page.close();
          }
        }
      }
    });
  },
});
