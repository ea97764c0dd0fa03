import { assert, assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import {
  browserTest,
  hydrated,
  lookUp,
  type Visit,
} from "./browser_test_case.ts";

/** By how much the page is wider than the window. */
const OVERFLOW =
  "document.documentElement.scrollWidth - document.documentElement.clientWidth";

const SIZES = [
  [320, "en-US"],
  [320, "zh-CN"],
  [768, "en-US"],
  [1280, "zh-CN"],
] as const;

for (const [width, locale] of SIZES) {
  const viewport = { width, height: 800 };
  const name = `nothing is cut off at ${width} pixels in ${locale}`;
  browserTest(name, { viewport, locale }, async (visit) => {
    const { page } = visit;
    for (const path of ["/errors", "/nowhere", "/"]) {
      await page.goto(path);
      assert(Number(await page.evaluate(OVERFLOW)) <= 0, path);
    }
    await hydrated(page);
    for (const device of ["nick-long", "nick-hostile", "nobody"]) {
      const answered = page.waitForResponse("/");
      await lookUp(visit, `LAEG4YJE1A/${device}`);
      await answered;
      await page.waitForSelector("#result");
      assert(Number(await page.evaluate(OVERFLOW)) <= 0, device);
    }
  });
}

/** What moved by itself since the page was opened, as Chromium counts it. */
async function shift(page: Page): Promise<number> {
  return await page.evaluate(`new Promise((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => resolve(sum), 300);
  })`);
}

for (const width of [360, 1280]) {
  browserTest(`nothing moves when the answer comes (${width} pixels)`, {
    viewport: { width, height: 800 },
  }, async (visit: Visit) => {
    const { page } = visit;
    await page.goto("/");
    await hydrated(page);
    assertEquals(await shift(page), 0);
    // Late enough that Chromium does not put it down to the visitor's click.
    await lookUp(visit, "SANDBOXFLT/slow-headers");
    await page.waitForSelector("#result");
    const moved = await shift(page);
    assert(moved < 0.05, `layout shift is ${moved}`);
  });
}
