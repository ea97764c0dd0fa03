import { assert, assertEquals } from "@std/assert";
import { ask, browserTest, open } from "./browser_test_case.ts";

const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };

browserTest(
  "one button copies the answer for a ticket, without the token",
  { ...CLIPBOARD, locale: "zh-CN" },
  async (visit) => {
    const { page, sandbox } = visit;
    await ask(visit, "LAEG4YJE1A/dev01");
    await page.click("text=复制到工单");
    await page.waitForSelector(".tools >> text=已复制");
    const text = String(
      await page.evaluate("navigator.clipboard.readText()"),
    );
    assert(text.startsWith("有效：VIP、车载 VIP\nVIP：有效 · 剩余 90 天 · "));
    assert(text.includes("设备 ID：LAEG4YJE1A/dev01\n"));
    assertEquals(text.includes(sandbox.accessToken), false);
  },
);

browserTest(
  "a link without the token fills in the device, looks nothing up, and leads to the token",
  CLIPBOARD,
  async (visit) => {
    const { page, origin, sandbox } = visit;
    await ask(visit, "LAEG4YJE1A/dev01");
    await page.click("text=Copy link");
    await page.waitForSelector(".tools >> text=Copied");
    const link = String(
      await page.evaluate("navigator.clipboard.readText()"),
    );
    assertEquals(link, `${origin}/?deviceId=LAEG4YJE1A%2Fdev01`);
    await open(visit, link);
    assertEquals(await page.inputValue("#deviceId"), "LAEG4YJE1A/dev01");
    assertEquals(await page.locator("#accessToken:focus").count(), 1);
    assertEquals(await page.locator("#result").count(), 0);
    await page.keyboard.type(sandbox.accessToken);
    await page.keyboard.press("Enter");
    await page.waitForSelector("#result");
  },
);

browserTest(
  "where nothing was sent, there is nothing to copy",
  {},
  async (visit) => {
    await ask(visit, `A/${"b".repeat(200)}`);
    assertEquals(await visit.page.locator(".tools button").count(), 0);
  },
);
