import { assertEquals } from "@std/assert";
import axe from "axe-core";
import type { Page } from "playwright-core";
import {
  ask,
  browserTest,
  lookUp,
  open,
  type Visit,
} from "./browser_test_case.ts";

/** Each page and each state of it. */
const STATES: Record<string, (visit: Visit) => Promise<unknown>> = {
  "the empty form": ({ page }) => page.goto("/"),
  "an answer": (visit) => ask(visit, "LAEG4YJE1A/dev01"),
  "an answer with all that is odd": async (visit) => {
    await ask(visit, "LAEG4YJE1A/vip-flag-differs");
    await visit.page.click(".raw summary");
  },
  "an answer with other fields": (visit) =>
    ask(visit, "LAEG4YJE1A/field-extra"),
  "an answer without an avatar": (visit) =>
    ask(visit, "LAEG4YJE1A/img-javascript"),
  "an answer that ends soon": (visit) => ask(visit, "LAEG4YJE1A/vip-soon"),
  "an answer without anything": (visit) => ask(visit, "LAEG4YJE1A/data-empty"),
  "an error": (visit) => ask(visit, "LAEG4YJE1A/nobody"),
  "an error with a retry": (visit) => ask(visit, "SANDBOXERR/InternalError"),
  "wrong fields": async (visit) => {
    await open(visit);
    await visit.page.click("text=Parameters");
    await visit.page.fill("#params", "[]");
    await lookUp(visit, "no-slash", "");
    await visit.page.waitForSelector("#result");
  },
  "several devices": async (visit) => {
    await open(visit);
    await visit.page.check("#keepToken");
    const names = ["dev01", "nobody", "no-slash", "data-empty", "vip-soon"];
    await lookUp(visit, names.map((it) => `LAEG4YJE1A/${it}`).join("\n"));
    await visit.page.waitForSelector("[aria-busy=false] #result");
    await visit.page.click("summary.row >> nth=0");
    await visit.page.click("summary.row >> nth=1");
    await visit.page.click(".recent summary");
    await visit.page.click(".recent button");
  },
  "several lookups under way": async (visit) => {
    await open(visit);
    await lookUp(visit, "LAEG4YJE1A/dev01\nSANDBOXFLT/slow-headers");
    await visit.page.waitForSelector("[aria-busy=true] summary.row");
  },
  "a lookup under way": async (visit) => {
    await open(visit);
    await lookUp(visit, "SANDBOXFLT/slow-headers");
    await visit.page.waitForSelector("[aria-busy=true]");
  },
  "the reference": ({ page }) =>
    page.goto("/errors#ResourceNotFound.DeviceNotExist"),
  "the reference, filtered": ({ page }) =>
    page.goto("/errors?q=InvalidParameterValue&class=auth"),
  "the reference with nothing in it": ({ page }) =>
    page.goto("/errors?q=NobodyKnows"),
  "a page that is not there": ({ page }) => page.goto("/nowhere"),
};

const EVERYTHING = [
  ...["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
  "best-practice",
];

/** What axe-core complains of. */
async function complaints(page: Page, runOnly: string[]): Promise<string[]> {
  const { violations } = await page.evaluate(
    `axe.run({ runOnly: ${JSON.stringify(runOnly)} })`,
  ) as { violations: { id: string; nodes: { html: string }[] }[] };
  return violations.map(({ id, nodes }) =>
    `${id}: ${nodes.map(({ html }) => html).join(" ")}`
  );
}

/** Asserts that axe-core finds nothing, in light and in dark. */
async function assertAccessible({ page }: Visit): Promise<void> {
  // Run by the debugger, which the page's policy does not bind.
  await page.evaluate(axe.source);
  assertEquals(await complaints(page, EVERYTHING), []);
  await page.emulateMedia({ colorScheme: "dark" });
  // Only colors differ in the dark.
  assertEquals(await complaints(page, ["color-contrast"]), []);
}

for (const [name, reach] of Object.entries(STATES)) {
  // A color that is still on its way is no color to measure.
  const options = { reducedMotion: "reduce" } as const;
  browserTest(
    `axe finds nothing wrong with ${name}`,
    options,
    async (visit) => {
      await reach(visit);
      await assertAccessible(visit);
    },
  );
}

browserTest("axe finds nothing wrong with the demo on a phone, in Chinese", {
  demo: true,
  locale: "zh-CN",
  viewport: { width: 320, height: 640 },
}, async (visit) => {
  await visit.page.goto("/");
  await visit.page.click("text=更多示例");
  await assertAccessible(visit);
});
