import { assert, assertEquals } from "@std/assert";
import { ask, browserTest, lookUp, waitForFocus } from "./browser_test_case.ts";

const WITHOUT = { javaScriptEnabled: false };

browserTest(
  "without JavaScript, the whole way works",
  WITHOUT,
  async (visit) => {
    const { page } = visit;
    await ask(visit, "LAEG4YJE1A/dev01");
    assertEquals(await page.textContent("#result"), "Sample User");
    assertEquals(await page.inputValue("#deviceId"), "LAEG4YJE1A/dev01");
    assertEquals(await page.inputValue("#accessToken"), "");
    assert(await page.locator(".membership").first().isVisible());
    await page.click(".raw summary");
    assert(await page.locator("pre").isVisible());
  },
);

browserTest(
  "without JavaScript, no button is shown that needs it",
  WITHOUT,
  async (visit) => {
    const { page } = visit;
    await ask(visit, "LAEG4YJE1A/dev01");
    for (const button of await page.locator("button").all()) {
      if (!await button.isVisible()) continue;
      assertEquals(await button.getAttribute("type"), "submit");
    }
  },
);

browserTest(
  "without JavaScript, a failure can be tried again with the token",
  WITHOUT,
  async (visit) => {
    const { page, sandbox } = visit;
    await page.goto("/");
    // The client tries three times by itself.
    await lookUp(visit, "SANDBOXFLT/503@3");
    await page.getByRole("button", { name: "Try again" }).click();
    // The browser asks for the token, which the page has not kept.
    assertEquals(
      await page.locator("#accessToken:focus:invalid").count(),
      1,
    );
    await page.fill("#accessToken", sandbox.accessToken);
    await page.getByRole("button", { name: "Try again" }).click();
    assertEquals(await page.textContent("#result"), "Sample User");
  },
);

browserTest(
  "without JavaScript, wrong fields are marked, and the first has the focus",
  WITHOUT,
  async (visit) => {
    const { page } = visit;
    await page.goto("/");
    const long = `A/${"b".repeat(200)}`;
    await lookUp(visit, long);
    await page.waitForSelector("#result");
    assertEquals(await page.inputValue("#deviceId"), long);
    await waitForFocus(page, "#deviceId");
    assert(
      (await page.textContent("#deviceId-problem"))?.includes(
        "more than 128 characters",
      ),
    );
  },
);

for (const slash of ["／", "\\", "⧸"]) {
  browserTest(
    `without JavaScript, ${slash} is sent, and taken for a slash`,
    WITHOUT,
    async (visit) => {
      const { page } = visit;
      await ask(visit, ` LAEG4YJE1A${slash}dev01`);
      assertEquals(await page.textContent("#result"), "Sample User");
      assertEquals(await page.inputValue("#deviceId"), "LAEG4YJE1A/dev01");
    },
  );
}

for (const javaScriptEnabled of [false, true]) {
  browserTest(
    `${
      javaScriptEnabled ? "with" : "without"
    } JavaScript, a code is found by words, and by its class`,
    { javaScriptEnabled },
    async ({ page }) => {
      const codes = page.locator(".codes li:has(code)");
      await page.goto("/errors");
      await page.getByRole("searchbox").fill("token");
      await page.keyboard.press("Enter");
      await page.waitForURL("**/errors?q=token**");
      const found = await codes.count();
      await page.getByLabel("Class").selectOption("Authorization");
      await page.getByRole("button", { name: "Filter" }).click();
      await page.waitForURL("**class=auth");
      assert(found > await codes.count());
      assert(await codes.count() > 0);
      assertEquals(await page.inputValue("#q"), "token");
      await page.click("text=中文");
      assertEquals(await page.inputValue("#q"), "token");
      await page.click("text=显示全部");
      assert(await codes.count() > found);
    },
  );
}

browserTest(
  "without JavaScript, the language is switched by a link",
  WITHOUT,
  async (visit) => {
    const { page } = visit;
    await page.goto("/");
    await page.click("text=中文");
    assertEquals(await page.getAttribute("html", "lang"), "zh-CN");
    await lookUp(visit, "LAEG4YJE1A/nobody");
    assertEquals(await page.textContent("#result"), "设备未创建或已被删除");
    assertEquals(await page.getAttribute("html", "lang"), "zh-CN");
  },
);

browserTest(
  "without JavaScript, a sample of the demo is looked up by one click",
  { ...WITHOUT, demo: true },
  async ({ page }) => {
    await page.goto("/");
    await page.click("button[value='LAEG4YJE1A/vip-soon']");
    assertEquals(await page.textContent("#result"), "Sample User");
    assert((await page.textContent(".memberships"))?.includes("3 days left"));
  },
);

browserTest(
  "where the script is blocked, the whole way works",
  {},
  async (visit) => {
    const { page } = visit;
    await page.route(
      "**/_fresh/**",
      (route) => route.fulfill({ contentType: "text/javascript", body: "" }),
    );
    visit.watch.complaints.length = 0;
    await page.goto("/");
    await lookUp(visit, "LAEG4YJE1A/dev01");
    await waitForFocus(page, "#result");
    assertEquals(await page.textContent("#result"), "Sample User");
    // A module without its export is what the test itself brought about.
    const own = visit.watch.complaints.splice(0);
    assert(own.every((text) => text.includes("does not provide an export")));
  },
);
