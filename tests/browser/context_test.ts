import { assert, assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import {
  ask,
  browserTest,
  lookUp,
  open,
  waitForFocus,
} from "./browser_test_case.ts";

/** A device that takes long enough to do something meanwhile. */
const SLOW = "SANDBOXFLT/slow-headers";

/** Counts the lookups that a page sends from now on. */
function countLookups(page: Page): () => number {
  let count = 0;
  page.on("request", (request) => {
    if (request.method() === "POST") count++;
  });
  return () => count;
}

browserTest(
  "a late answer leaves alone what was typed meanwhile, and the focus where it is",
  {},
  async (visit) => {
    const { page } = visit;
    await open(visit);
    await lookUp(visit, SLOW);
    await page.fill("#accessToken", "the-next-token");
    await page.fill("#deviceId", "LAEG4YJE1A/next");
    await page.waitForSelector("#result");
    assertEquals(await page.inputValue("#deviceId"), "LAEG4YJE1A/next");
    assertEquals(await page.inputValue("#accessToken"), "the-next-token");
    assertEquals(await page.locator("#deviceId:focus").count(), 1);
    const status = page.locator("#lookup [role=status]");
    assertEquals(await status.textContent(), "Valid: VIP, In-car VIP");
  },
);

browserTest(
  "a late answer marks no field that was edited meanwhile",
  {},
  async (visit) => {
    const { page } = visit;
    await open(visit);
    const { promise: edited, resolve: go } = Promise.withResolvers<void>();
    await page.route("/", async (route) => {
      await edited;
      await route.continue();
    });
    await lookUp(visit, `A/${"b".repeat(200)}`, "");
    await page.fill("#deviceId", "LAEG4YJE1A/dev01");
    go();
    await page.waitForSelector("#result");
    assertEquals(await page.getAttribute("#deviceId", "aria-invalid"), null);
    assertEquals(
      await page.getAttribute("#accessToken", "aria-invalid"),
      "true",
    );
  },
);

browserTest(
  "parameters stay in sight while they are corrected",
  {},
  async (visit) => {
    const { page } = visit;
    await open(visit);
    await page.click("text=Parameters");
    await page.fill("#params", "[]");
    await page.click("text=Parameters");
    await lookUp(visit, "LAEG4YJE1A/dev01");
    await waitForFocus(page, "#params");
    await page.keyboard.type("{}");
    assertEquals(await page.getAttribute("#params", "aria-invalid"), null);
    assert(await page.locator("#params").isVisible());
  },
);

browserTest("Enter five times sends one lookup", {}, async (visit) => {
  const { page, sandbox } = visit;
  await open(visit);
  const lookups = countLookups(page);
  await page.fill("#deviceId", SLOW);
  await page.fill("#accessToken", sandbox.accessToken);
  for (let press = 0; press < 5; press++) await page.keyboard.press("Enter");
  await page.waitForSelector("#result");
  assertEquals(lookups(), 1);
  // Once it is answered, the same can be asked again.
  const second = page.waitForRequest((request) => request.method() === "POST");
  await lookUp(visit, SLOW);
  await second;
  assertEquals(lookups(), 2);
});

browserTest("Cancel breaks the request off", {}, async (visit) => {
  const { page } = visit;
  await open(visit);
  await lookUp(visit, SLOW);
  const failed = page.waitForEvent("requestfailed");
  await page.click("text=Cancel");
  assertEquals((await failed).failure()?.errorText, "net::ERR_ABORTED");
});

browserTest(
  "the title says how a lookup by script ended",
  {},
  async (visit) => {
    const { page } = visit;
    await open(visit);
    assertEquals(await page.title(), "Kugou lookup");
    await lookUp(visit, "LAEG4YJE1A/dev01");
    await page.waitForSelector("#result");
    assertEquals(await page.title(), "Valid: VIP, In-car VIP · Kugou lookup");
    await lookUp(visit, "LAEG4YJE1A/nobody");
    await page.waitForSelector("text=About this code");
    assertEquals(
      await page.title(),
      "The device was not created or has been deleted · Kugou lookup",
    );
  },
);

for (const javaScriptEnabled of [true, false]) {
  const without = javaScriptEnabled ? "" : " (without JavaScript)";

  browserTest(
    `the language switch keeps the device that was looked up${without}`,
    { javaScriptEnabled },
    async (visit) => {
      const { page } = visit;
      await ask(visit, "LAEG4YJE1A/dev01");
      await page.click("text=中文");
      await page.waitForSelector("html[lang=zh-CN]");
      assertEquals(await page.inputValue("#deviceId"), "LAEG4YJE1A/dev01");
    },
  );

  browserTest(
    `the way back from "About this code" keeps the device${without}`,
    { javaScriptEnabled },
    async (visit) => {
      const { page } = visit;
      await open(visit);
      await lookUp(visit, "LAEG4YJE1A/nobody");
      await page.click("text=About this code");
      await page.waitForURL("**/errors**");
      if (javaScriptEnabled) await page.goBack();
      else await page.click(".top nav >> text=Look up");
      assertEquals(await page.inputValue("#deviceId"), "LAEG4YJE1A/nobody");
    },
  );

  browserTest(
    `Enter in the demo looks up what was typed, and no sample${without}`,
    { javaScriptEnabled, demo: true },
    async (visit) => {
      const { page } = visit;
      await open(visit);
      await page.fill("#deviceId", "LAEG4YJE1A/all-expired");
      // By itself, a browser begins another line where there may be several.
      const field = javaScriptEnabled ? "#deviceId" : "#accessToken";
      await page.press(field, "Enter");
      await page.waitForSelector("text=All memberships have expired");
      assertEquals(
        await page.inputValue("#deviceId"),
        "LAEG4YJE1A/all-expired",
      );
    },
  );
}

browserTest(
  "no link leads back to the device before once another was typed, nor to what may be a token",
  {},
  async (visit) => {
    const { page } = visit;
    const isEmpty = async () =>
      assertEquals(await page.inputValue("#deviceId"), "");
    await open(visit, "/?deviceId=LAEG4YJE1A/dev00");
    await lookUp(visit, "LAEG4YJE1A/dev01");
    await page.waitForSelector("#result");
    await page.fill("#deviceId", "a/token");
    await page.click("text=中文");
    await page.waitForSelector("html[lang=zh-CN]");
    await isEmpty();
    await open(visit, "/?deviceId=LAEG4YJE1A/dev00");
    await page.fill("#deviceId", "a/token");
    await page.click(".top nav >> text=Error codes");
    await page.click(".top nav >> text=Look up");
    await isEmpty();
  },
);

browserTest(
  "a device id that may be a token gets into no address",
  {},
  async (visit) => {
    const { page, sandbox } = visit;
    await ask(visit, sandbox.accessToken, "");
    assertEquals(new URL(page.url()).search, "");
  },
);

browserTest(
  "a click on the button is not lost where the id is wrong",
  {},
  async (visit) => {
    const { page } = visit;
    await open(visit);
    const lookups = countLookups(page);
    const top = async () => (await page.locator(".primary").boundingBox())?.y;
    await page.locator("#deviceId").pressSequentially("dev01");
    await page.hover(".primary");
    const before = await top();
    await page.mouse.down();
    await page.waitForSelector("#deviceId-problem .icon");
    assertEquals(await top(), before);
    await page.mouse.up();
    await page.waitForSelector("#result");
    assertEquals(lookups(), 1);
  },
);

browserTest(
  "the focus stays in the page while a failure is tried again",
  {},
  async (visit) => {
    const { page } = visit;
    await open(visit);
    await lookUp(visit, "SANDBOXFLT/503@3");
    const again = page.getByRole("button", { name: "Try again" });
    await again.waitFor();
    const { promise: seen, resolve: go } = Promise.withResolvers<void>();
    await page.route(/\/(\?.*)?$/, async (route) => {
      await seen;
      await route.continue();
    });
    await again.press("Enter");
    await page.waitForSelector("[aria-busy=true]");
    await waitForFocus(page, "#lookup [type=submit]");
    go();
    await waitForFocus(page, "#result");
  },
);

browserTest("a copy button says once that it copied", {
  permissions: ["clipboard-read", "clipboard-write"],
}, async (visit) => {
  const { page } = visit;
  await ask(visit, "LAEG4YJE1A/dev01");
  await page.evaluate(`{
    globalThis.said = [];
    for (const region of document.querySelectorAll("[aria-live], [role=status]")) {
      new MutationObserver(() => said.push(region.textContent))
        .observe(region, { subtree: true, childList: true, characterData: true });
    }
  }`);
  await page.click(".facts .copy >> nth=0");
  await page.waitForSelector(".facts .copy:has-text('Copied')");
  const copied = page.locator(".facts").getByText("Copied");
  await copied.first().waitFor({ state: "detached" });
  assertEquals(await page.evaluate("said"), ["Copied", ""]);
});

browserTest(
  "in forced colors, the button has an edge and the current page a mark",
  { forcedColors: "active" },
  async (visit) => {
    const { page } = visit;
    await open(visit);
    const style = (selector: string, property: string) =>
      page.evaluate(
        `getComputedStyle(document.querySelector("${selector}")).${property}`,
      );
    const back = await style("body", "backgroundColor");
    assertEquals(await style(".primary", "borderTopWidth"), "1px");
    assert(await style(".primary", "borderTopColor") !== back);
    const mark = await style("nav [aria-current=page]", "textDecorationLine");
    const none = await style("nav [href='/errors']", "textDecorationLine");
    assertEquals([mark, none], ["underline", "none"]);
  },
);

browserTest(
  "a zone whose name says the opposite of what it is, is named right",
  { timezoneId: "Etc/GMT+8" },
  async (visit) => {
    const { page } = visit;
    await open(visit);
    await lookUp(visit, "LAEG4YJE1A/dev01");
    const names = page.locator(".end >> nth=0").locator("dt");
    await page.waitForSelector(".end dt:has-text('GMT-08:00')");
    assertEquals(await names.allTextContents(), ["China time", "GMT-08:00"]);
  },
);

browserTest(
  "where the visitor's time is China time, an end is said once",
  { timezoneId: "Asia/Shanghai", locale: "zh-CN" },
  async (visit) => {
    const { page } = visit;
    await open(visit);
    await lookUp(visit, "LAEG4YJE1A/dev01");
    const names = page.locator(".end >> nth=0").locator("dt");
    await names.first().waitFor();
    // In UTC until the browser has told its zone.
    await names.nth(1).waitFor({ state: "detached" });
    assertEquals(await names.allTextContents(), ["北京时间"]);
  },
);
