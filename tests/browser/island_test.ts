import { assert, assertEquals, assertMatch } from "@std/assert";
import {
  ask,
  browserTest,
  hydrated,
  lookUp,
  open,
  waitForFocus,
} from "./browser_test_case.ts";

browserTest(
  "the answer comes without a reload, and takes the focus",
  {},
  async (visit) => {
    const { page, watch } = visit;
    await open(visit);
    await page.evaluate("window.isSamePage = true");
    const requests: string[] = [];
    page.on("request", (request) => {
      // Chromium asks for the icon again when the address changes.
      if (request.url().includes("/icon.svg")) return;
      requests.push(request.method());
    });
    await lookUp(visit, "LAEG4YJE1A/dev01");
    await page.waitForSelector("#result");
    assertEquals(await page.textContent("#result"), "Sample User");
    await waitForFocus(page, "#result");
    // The lookup, and the avatar as soon as there is one.
    await page.waitForFunction("document.images[0]?.complete");
    assertEquals(requests, ["POST", "GET"]);
    assertEquals(await page.evaluate("window.isSamePage"), true);
    assertEquals(await page.evaluate("history.length"), 2);
    const [avatar] = watch.avatars;
    assertEquals(watch.avatars.length, 1);
    assertEquals(await avatar?.headerValue("referer"), null);
  },
);

browserTest(
  "the token is in no store, address or attribute, and its field is emptied",
  {},
  async (visit) => {
    const { page, sandbox } = visit;
    await ask(visit, "LAEG4YJE1A/dev01");
    assertEquals(await page.inputValue("#accessToken"), "");
    const everything = await page.evaluate(`JSON.stringify([
    document.documentElement.outerHTML, location.href, document.cookie,
    { ...localStorage }, { ...sessionStorage }, history.state, name,
  ])`) as string;
    assertEquals(everything.includes(sandbox.accessToken), false);
  },
);

browserTest(
  "whoever comes back by history finds no token in its field",
  {},
  async (visit) => {
    const { page } = visit;
    await open(visit);
    await page.fill("#accessToken", "a-token-that-was-typed");
    await page.click("text=Error codes");
    await page.goBack();
    assertEquals(await page.inputValue("#accessToken"), "");
  },
);

browserTest("what was typed before the script ran stays", {}, async (visit) => {
  const { page } = visit;
  const { promise: typed, resolve: go } = Promise.withResolvers<void>();
  await page.route("**/_fresh/**", async (route) => {
    await typed;
    await route.continue();
  });
  await page.goto("/?deviceId=A%2Fb", { waitUntil: "commit" });
  await page.fill("#deviceId", "LAEG4YJE1A/dev01");
  await page.fill("#accessToken", "typed-early");
  go();
  await hydrated(page);
  assertEquals(await page.inputValue("#deviceId"), "LAEG4YJE1A/dev01");
  assertEquals(await page.inputValue("#accessToken"), "typed-early");
});

browserTest(
  "the token is shown and hidden by a button that says so",
  {},
  async (visit) => {
    const { page } = visit;
    await open(visit);
    const token = page.locator("#accessToken");
    const button = page.locator("button[aria-controls=accessToken]");
    assertEquals(await token.getAttribute("type"), "password");
    await button.click();
    assertEquals(await token.getAttribute("type"), "text");
    assertEquals(await button.getAttribute("aria-pressed"), "true");
    assertMatch(await button.textContent() ?? "", /^Hide/);
    await button.click();
    assertEquals(await token.getAttribute("type"), "password");
  },
);

browserTest(
  "a device id is checked when it is left, and no longer wrong while it is corrected",
  {},
  async (visit) => {
    const { page } = visit;
    await open(visit);
    const problem = page.locator("#deviceId-problem");
    await page.locator("#deviceId").pressSequentially("dev01");
    assertEquals(await problem.textContent(), "");
    await page.press("#deviceId", "Tab");
    assertMatch(await problem.textContent() ?? "", /Expected product id/);
    assertEquals(await page.getAttribute("#deviceId", "aria-invalid"), "true");
    await page.press("#deviceId", "End");
    await page.keyboard.type("/");
    assertEquals(await problem.textContent(), "");
    assertEquals(await page.getAttribute("#deviceId", "aria-invalid"), null);
  },
);

browserTest(
  "wrong fields are marked, and the first has the focus",
  {},
  async (visit) => {
    const { page } = visit;
    await ask(visit, "LAEG4YJE1A/dev01", "");
    await waitForFocus(page, "#accessToken");
    assertMatch(
      await page.textContent("#accessToken-problem") ?? "",
      /Enter the access token/,
    );
  },
);

browserTest(
  "a lookup that takes long says so, and can be cancelled",
  {},
  async (visit) => {
    const { page } = visit;
    await open(visit);
    await lookUp(visit, "SANDBOXFLT/slow-headers");
    const status = page.locator("#lookup [role=status]");
    assertEquals(await page.getAttribute(".result", "aria-busy"), "true");
    assertMatch(await status.textContent() ?? "", /Looking up/);
    await page.click("text=Cancel");
    assertMatch(await status.textContent() ?? "", /Cancelled/);
    assertEquals(await page.getAttribute(".result", "aria-busy"), "false");
    assertEquals(await page.locator("#result").count(), 0);
    // Another lookup works as if nothing had been.
    await lookUp(visit, "LAEG4YJE1A/dev01");
    assertEquals(await page.textContent("#result"), "Sample User");
  },
);

browserTest(
  "a failure is tried again by a button, with the token still in its field",
  {},
  async (visit) => {
    const { page } = visit;
    await open(visit);
    // The client tries three times by itself.
    await lookUp(visit, "SANDBOXFLT/503@3");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.waitForSelector("text=Sample User");
    await waitForFocus(page, "#result");
  },
);

browserTest(
  "a server that does not answer is a failure like any other",
  {},
  async (visit) => {
    const { page } = visit;
    await open(visit);
    await page.route("/", (route) => route.abort());
    await lookUp(visit, "LAEG4YJE1A/dev01");
    await page.waitForSelector("#result:has-text('Cannot reach this page')");
    await waitForFocus(page, "#result");
    const own = visit.watch.complaints.splice(0);
    assert(own.every((text) => text.includes("net::ERR_FAILED")), own.join());
  },
);

for (const body of ['{"message":"Bad Gateway"}', "null", '{"result":null}']) {
  browserTest(
    `a gateway that answers ${body} is a failure like any other`,
    {},
    async (visit) => {
      const { page } = visit;
      await open(visit);
      await page.route(
        "/",
        (route) => route.fulfill({ status: 502, json: JSON.parse(body) }),
      );
      await lookUp(visit, "LAEG4YJE1A/dev01");
      await page.waitForSelector("#result:has-text('Cannot reach this page')");
      await waitForFocus(page, "#result");
    },
  );
}

browserTest("ids and raw data are copied, and the button says so", {
  permissions: ["clipboard-read", "clipboard-write"],
}, async (visit) => {
  const { page } = visit;
  await open(visit);
  await lookUp(visit, "LAEG4YJE1A/dev01");
  const copied = () => page.evaluate("navigator.clipboard.readText()");
  const id = page.getByRole("button", { name: "Copy Request id" });
  await id.first().click();
  await page.waitForSelector("text=Copied");
  assertMatch(String(await copied()), /^[\da-f-]{36}$/);
  await page.click(".raw summary");
  await page.click(".raw .copy");
  await page.waitForSelector(".raw .copy:has-text('Copied')");
  const data = JSON.parse(String(await copied()));
  assertEquals(data.nick_name, "Sample User");
});

browserTest(
  "where copying is forbidden, the button says that it did not",
  {},
  async (visit) => {
    const { page } = visit;
    await page.addInitScript(
      "navigator.clipboard.writeText = () => Promise.reject(new Error())",
    );
    await open(visit);
    await lookUp(visit, "LAEG4YJE1A/dev01");
    await page.click(".facts .copy >> nth=0");
    assert(await page.locator(".copy:has-text('Not copied')").isVisible());
  },
);

browserTest(
  "an end is shown in the visitor's time zone beside China time",
  {},
  async (visit) => {
    const { page } = visit;
    await open(visit);
    await lookUp(visit, "LAEG4YJE1A/dev01");
    const end = page.locator(".end").first();
    await end.waitFor();
    assertEquals(await end.locator("dt").allTextContents(), [
      "China time",
      "Eastern Standard Time",
    ]);
    const [china = "", here = ""] = await end.locator("time").allTextContents();
    const hours = (Date.parse(china) - Date.parse(here)) / 3_600_000;
    assert(hours === 12 || hours === 13, `${china} and ${here}`);
  },
);

browserTest(
  "a sample of the demo is looked up by one click, without a reload",
  { demo: true },
  async (visit) => {
    const { page } = visit;
    await open(visit, "/?lang=zh");
    await page.evaluate("window.isSamePage = true");
    await page.click("button[value='LAEG4YJE1A/vip-soon']");
    assertEquals(await page.textContent("#result"), "Sample User");
    assertEquals(await page.evaluate("window.isSamePage"), true);
    assertEquals(await page.inputValue("#deviceId"), "LAEG4YJE1A/vip-soon");
    assertMatch(await page.textContent(".memberships") ?? "", /剩余 3 天/);
  },
);

browserTest(
  "a page in Chinese stays so after a lookup",
  { locale: "zh-CN" },
  async (visit) => {
    const { page } = visit;
    await ask(visit, "LAEG4YJE1A/nobody");
    assertEquals(await page.textContent("#result"), "设备未创建或已被删除");
    assertEquals(await page.getAttribute("html", "lang"), "zh-CN");
  },
);
