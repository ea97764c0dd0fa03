import { assert, assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import {
  ask,
  browserTest,
  lookUp,
  open,
  waitForFocus,
} from "./browser_test_case.ts";

/** Presses Tab until an element has the focus, as long as that makes sense. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 30; presses++) {
    if (await page.locator(`${selector}:focus`).count() === 1) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach ${selector}`);
}

browserTest("everything is reached by the keyboard alone", {
  permissions: ["clipboard-read", "clipboard-write"],
}, async (visit) => {
  const { page, sandbox } = visit;
  await open(visit);
  await tabTo(page, "#deviceId");
  await page.keyboard.type("LAEG4YJE1A/dev01");
  await tabTo(page, "#accessToken");
  await page.keyboard.type(sandbox.accessToken);
  await page.keyboard.press("Enter");
  await page.waitForSelector("#result");
  await waitForFocus(page, "#result");
  await tabTo(page, ".facts .copy");
  await page.keyboard.press("Enter");
  await page.waitForSelector("text=Copied");
  await tabTo(page, ".raw summary");
  await page.keyboard.press("Space");
  assert(await page.locator("pre").isVisible());
});

browserTest("the first Tab leads past the header", {}, async ({ page }) => {
  await page.goto("/errors");
  await page.keyboard.press("Tab");
  const skip = page.locator(".skip:focus");
  assertEquals(await skip.textContent(), "Skip to content");
  const box = await skip.boundingBox();
  assert(box !== null && box.y >= 0, "it is seen while it has the focus");
  await page.keyboard.press("Enter");
  // The browser tells a little later where it has gone.
  await page.waitForURL("**/errors#content");
});

browserTest(
  "a lookup is cancelled by the keyboard, and the focus is not lost",
  {},
  async (visit) => {
    const { page, sandbox } = visit;
    await open(visit);
    await page.fill("#deviceId", "SANDBOXFLT/slow-headers");
    await page.fill("#accessToken", sandbox.accessToken);
    await page.keyboard.press("Enter");
    await page.waitForSelector("[aria-busy=true]");
    await tabTo(page, ".actions button[type=button]");
    await page.keyboard.press("Enter");
    await page.waitForSelector("[aria-busy=false]");
    await waitForFocus(page, "#lookup [type=submit]");
  },
);

for (const javaScriptEnabled of [true, false]) {
  const without = javaScriptEnabled ? "" : " (without JavaScript)";

  browserTest(
    `the first empty field has the focus${without}`,
    { javaScriptEnabled },
    async ({ page }) => {
      await page.goto("/");
      await waitForFocus(page, "#deviceId");
      await page.goto("/?deviceId=LAEG4YJE1A%2Fdev01");
      await waitForFocus(page, "#accessToken");
    },
  );
}

browserTest("a slash begins a new lookup", {}, async (visit) => {
  const { page } = visit;
  await ask(visit, "LAEG4YJE1A/dev01");
  await waitForFocus(page, "#result");
  for (const key of ["Control+/", "Alt+/"]) await page.keyboard.press(key);
  assertEquals(await page.locator("#deviceId:focus").count(), 0);
  await page.keyboard.press("/");
  await waitForFocus(page, "#deviceId");
  await page.keyboard.type("LAEG4YJE1A/all-none");
  assertEquals(await page.inputValue("#deviceId"), "LAEG4YJE1A/all-none");
  await page.locator("#accessToken").pressSequentially("a/b");
  assertEquals(await page.inputValue("#accessToken"), "a/b");
});

browserTest(
  "Escape cancels a lookup, and else does nothing",
  {},
  async (visit) => {
    const { page } = visit;
    await open(visit);
    await page.keyboard.press("Escape");
    assertEquals(await page.locator("#deviceId:focus").count(), 1);
    await lookUp(visit, "SANDBOXFLT/slow-headers");
    await page.waitForSelector("[aria-busy=true]");
    await page.keyboard.press("Escape");
    await page.waitForSelector(
      "[aria-busy=false] .empty:has-text('Cancelled')",
    );
    await waitForFocus(page, "#lookup [type=submit]");
  },
);

for (const [width, isSeen] of [[1280, true], [390, false]] as const) {
  browserTest(`the keys are ${isSeen ? "" : "not "}told at ${width} pixels`, {
    viewport: { width, height: 800 },
  }, async (visit) => {
    await open(visit);
    assertEquals(await visit.page.locator(".keys").isVisible(), isSeen);
  });
}
