import { assert, assertEquals, assertMatch } from "@std/assert";
import {
  ask,
  browserTest,
  lookUp,
  open,
  waitForFocus,
} from "./browser_test_case.ts";

const DEVICES = ["dev01", "all-none", "nobody", "vip-soon"]
  .map((name) => `LAEG4YJE1A/${name}`);

for (const javaScriptEnabled of [true, false]) {
  const without = javaScriptEnabled ? "" : " (without JavaScript)";

  browserTest(
    `several devices, one a line, are a row each that unfolds${without}`,
    { javaScriptEnabled },
    async (visit) => {
      const { page } = visit;
      await open(visit);
      const typed = ["", ...DEVICES, "no-slash", DEVICES[0], " "].join("\n");
      await lookUp(visit, typed);
      await waitForFocus(page, "#result");
      assertEquals(await page.textContent("#result"), "3 of 5 devices found");
      assertEquals(await page.title(), "3 of 5 devices found · Kugou lookup");
      const rows = page.locator(".rows > li");
      const gists = await rows.locator("summary.row").allTextContents();
      assertEquals(gists.slice(0, 4), [
        "LAEG4YJE1A/dev01VIP ActiveIn-car VIP ActiveSVIP None",
        "LAEG4YJE1A/all-noneVIP NoneIn-car VIP NoneSVIP None",
        "LAEG4YJE1A/nobodyThe device was not created or has been deleted",
        "LAEG4YJE1A/vip-soonVIP ActiveIn-car VIP NoneSVIP None",
      ]);
      assertMatch(gists[4] ?? "", /^no-slashIt has no slash/);
      assertEquals(
        await page.inputValue("#deviceId"),
        [...DEVICES, "no-slash"].join("\n"),
      );
      await rows.nth(3).locator("summary").first().click();
      assert(await rows.nth(3).getByText("3 days left").isVisible());
    },
  );

  browserTest(
    `a link keeps several devices${without}`,
    { javaScriptEnabled },
    async (visit) => {
      const { page } = visit;
      await open(visit);
      await lookUp(visit, DEVICES.join("\n"));
      await page.waitForSelector("#result:has-text('3 of 4')");
      await page.click("text=中文");
      await page.waitForSelector("html[lang=zh-CN]");
      assertEquals(await page.inputValue("#deviceId"), DEVICES.join("\n"));
    },
  );

  browserTest(
    `without a token, that is said once, and no device is lost${without}`,
    { javaScriptEnabled },
    async (visit) => {
      const { page } = visit;
      await open(visit);
      // As a browser would send it that does not check.
      await page.locator("#accessToken").evaluate((it) =>
        it.removeAttribute("required")
      );
      await lookUp(visit, DEVICES.join("\n"), "");
      await waitForFocus(page, "#accessToken");
      assertEquals(await page.getByText("Enter the access token").count(), 1);
      assertEquals(await page.inputValue("#deviceId"), DEVICES.join("\n"));
    },
  );

  browserTest(
    `more devices than fit are refused at their field${without}`,
    { javaScriptEnabled },
    async (visit) => {
      const { page } = visit;
      await open(visit);
      const many = Array.from({ length: 21 }, (_, at) => `A/${at}`).join("\n");
      await lookUp(visit, many);
      await waitForFocus(page, "#deviceId");
      assertMatch(
        await page.textContent("#deviceId-problem") ?? "",
        /more than 20 devices\. Expected at most 20, one a line/,
      );
      assertEquals(await page.inputValue("#deviceId"), many);
    },
  );
}

browserTest(
  "rows fill as answers come, three lookups at a time",
  {},
  async (visit) => {
    const { page } = visit;
    await open(visit);
    let [under, most] = [0, 0];
    await page.route("/", async (route) => {
      most = Math.max(most, ++under);
      const response = await route.fetch();
      under--;
      await route.fulfill({ response });
    });
    const fast = Array.from({ length: 5 }, (_, at) => `SANDBOXFLT/503?${at}`);
    await lookUp(visit, ["SANDBOXFLT/slow-headers", ...fast].join("\n"));
    await page.waitForSelector(".rows summary.row >> nth=0");
    assertEquals(await page.locator(".rows .line").count() > 0, true);
    assertEquals(await page.getAttribute(".result", "aria-busy"), "true");
    await page.waitForSelector("[aria-busy=false]");
    assertEquals(most, 3);
  },
);

browserTest(
  "one row is tried again, with the others as they are",
  {},
  async (visit) => {
    const { page } = visit;
    await open(visit);
    // The client tries three times by itself.
    await lookUp(visit, "SANDBOXFLT/503@3\nLAEG4YJE1A/dev01");
    await page.waitForSelector("[aria-busy=false] #result");
    const sent: string[] = [];
    page.on("request", (request) => sent.push(request.method()));
    await page.fill("#deviceId", "LAEG4YJE1A/next");
    await page.click(".rows summary.row >> nth=0");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.waitForSelector("#result:has-text('2 of 2')");
    assertEquals(sent.filter((method) => method === "POST").length, 1);
    assertEquals(await page.inputValue("#deviceId"), "LAEG4YJE1A/next");
  },
);

browserTest(
  "a row that is tried again without a token leaves the others alone",
  {},
  async (visit) => {
    const { page } = visit;
    await ask(visit, "SANDBOXFLT/503\nLAEG4YJE1A/dev01");
    await page.fill("#accessToken", "");
    await page.click(".rows summary.row >> nth=0");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.waitForSelector(".rows >> text=Enter the access token");
    assertEquals(await page.textContent("#result"), "1 of 2 devices found");
  },
);

browserTest("Cancel keeps the rows that have come", {}, async (visit) => {
  const { page } = visit;
  await open(visit);
  await lookUp(
    visit,
    "LAEG4YJE1A/dev01\nLAEG4YJE1A/all-none\nSANDBOXFLT/slow-headers",
  );
  await page.waitForSelector(".rows summary.row >> nth=1");
  await page.keyboard.press("Escape");
  assertEquals(await page.locator(".rows summary.row").count(), 2);
  assertEquals(await page.locator(".rows .line").count(), 0);
});

browserTest(
  "a token among the devices is shown in no row, and gets into no address",
  {},
  async (visit) => {
    const { page, sandbox } = visit;
    await open(visit);
    const token = `${"t".repeat(30)}/token`;
    await lookUp(visit, `LAEG4YJE1A/dev01\n${token}\n${sandbox.accessToken}`);
    await page.waitForSelector("[aria-busy=false] #result");
    const text = await page.innerText(".result");
    for (const secret of [token, sandbox.accessToken]) {
      assertEquals(text.includes(secret), false);
      assertEquals(page.url().includes(encodeURIComponent(secret)), false);
    }
    assertEquals(await page.inputValue("#deviceId"), "LAEG4YJE1A/dev01");
  },
);

browserTest(
  "Enter looks up, and with Shift begins a line; pasted lines are all seen",
  {},
  async (visit) => {
    const { page, sandbox } = visit;
    await open(visit);
    await page.fill("#accessToken", sandbox.accessToken);
    const height = async () =>
      (await page.locator("#deviceId").boundingBox())?.height ?? 0;
    const before = await height();
    await page.locator("#deviceId").pressSequentially("LAEG4YJE1A/dev01");
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.insertText("LAEG4YJE1A/all-none");
    assert(await height() > before + 10);
    await page.keyboard.press("Enter");
    await page.waitForSelector("#result:has-text('2 of 2')");
  },
);

browserTest("several devices are copied for a ticket, a block each", {
  permissions: ["clipboard-read", "clipboard-write"],
}, async (visit) => {
  const { page } = visit;
  await ask(visit, DEVICES.join("\n"));
  await page.waitForSelector("[aria-busy=false]");
  await page.click(".tools >> nth=0 >> text=Copy for the ticket");
  await page.waitForSelector(".tools >> text=Copied");
  const text = await page.evaluate("navigator.clipboard.readText()");
  const blocks = String(text).split("\n\n");
  assertEquals(blocks.map((it) => it.split("\n")[0]), [
    "Valid: VIP, In-car VIP",
    "No memberships",
    "The device was not created or has been deleted",
    "Valid: VIP",
  ]);
});
