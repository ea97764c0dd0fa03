import { assert, assertEquals } from "@std/assert";
import {
  browserTest,
  everythingKept,
  hydrated,
  lookUp,
  open,
  type Visit,
  waitForFocus,
} from "./browser_test_case.ts";

/** Looks a device up with a token that is kept. */
async function keep(visit: Visit): Promise<void> {
  const { page } = visit;
  await open(visit);
  await page.check("#keepToken");
  await lookUp(visit, "LAEG4YJE1A/dev01");
  await waitForFocus(page, "#result");
}

const token = ({ page }: Visit) => page.inputValue("#accessToken");

browserTest(
  "a token that is kept looks up one device after another, until it is forgotten",
  {},
  async (visit) => {
    const { page, sandbox } = visit;
    await keep(visit);
    assert(await page.getByText("Kept in this page's memory").isVisible());
    assertEquals(await token(visit), sandbox.accessToken);
    await page.fill("#deviceId", "LAEG4YJE1A/all-none");
    await page.press("#deviceId", "Enter");
    await page.waitForSelector("text=No memberships");
    await page.click("text=Forget it");
    assertEquals(await token(visit), "");
    assertEquals(await page.isChecked("#keepToken"), false);
    assertEquals(await page.getByText("Kept in this page").count(), 0);
  },
);

browserTest(
  "a token that is kept is in no store, address, history or attribute",
  {},
  async (visit) => {
    const { page, sandbox } = visit;
    await keep(visit);
    const kept = await everythingKept(page);
    assertEquals(kept.includes(sandbox.accessToken), false);
    assertEquals(await page.evaluate("indexedDB.databases()"), []);
    assertEquals(await page.evaluate("caches.keys()"), []);
    assertEquals(await page.evaluate("document.cookie"), "");
  },
);

const LEAVES: Record<string, (visit: Visit) => Promise<unknown>> = {
  "a reload": ({ page }) => page.reload(),
  "the way back in history": async ({ page }) => {
    await page.click("text=Error codes");
    await page.waitForURL("**/errors**");
    await page.goBack();
  },
  // A browser that keeps the whole page in memory tells it by this alone.
  "a page that was put away and comes back": ({ page }) =>
    page.evaluate(`for (const type of ["pagehide", "pageshow"]) {
      dispatchEvent(new PageTransitionEvent(type, { persisted: true }));
    }`),
};

for (const [name, leave] of Object.entries(LEAVES)) {
  browserTest(
    `a token that is kept is gone after ${name}`,
    {},
    async (visit) => {
      const { page } = visit;
      await keep(visit);
      await leave(visit);
      await hydrated(page);
      await page.locator("#keepToken:not(:checked)").waitFor();
      assertEquals(await token(visit), "");
      assertEquals(await page.getByText("Kept in this page").count(), 0);
    },
  );
}

browserTest(
  "a page that is put away sends its token no more",
  {},
  async (visit) => {
    const { page } = visit;
    await open(visit);
    const slow = Array.from(
      { length: 6 },
      (_, at) => `SANDBOXFLT/slow-headers@9${at}`,
    );
    await lookUp(visit, slow.join("\n"));
    await page.waitForSelector("[aria-busy=true]");
    let sent = 0;
    page.on("request", () => sent++);
    await page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))");
    await page.waitForSelector("[aria-busy=false]");
    assertEquals(sent, 0);
  },
);

browserTest(
  "a token is kept no longer once its visitor takes that back",
  {},
  async (visit) => {
    await keep(visit);
    await visit.page.uncheck("#keepToken");
    assertEquals(await token(visit), "");
  },
);

browserTest(
  "without JavaScript, nothing offers to keep a token",
  { javaScriptEnabled: false },
  async ({ page }) => {
    await page.goto("/");
    assertEquals(await page.isVisible("#keepToken"), false);
  },
);
