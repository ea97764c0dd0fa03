import { assertEquals } from "@std/assert";
import {
  ask,
  browserTest,
  everythingKept,
  lookUp,
  open,
} from "./browser_test_case.ts";

browserTest(
  "a browser remembers no device unless its visitor wants that",
  {},
  async (visit) => {
    await ask(visit, "LAEG4YJE1A/dev01");
    assertEquals(await visit.page.evaluate("localStorage.length"), 0);
  },
);

browserTest(
  "devices that were found are offered again, and forgotten by one button",
  {},
  async (visit) => {
    const { page, sandbox } = visit;
    await open(visit);
    await page.click("text=Recent devices");
    await page.click("text=Remember the last 10 found");
    const found = page.locator("#result");
    for (const device of ["dev01", "nobody", "all-none", "dev01"]) {
      const answered = page.waitForResponse("**/");
      await lookUp(visit, `LAEG4YJE1A/${device}`);
      await answered;
      await found.waitFor();
    }
    await lookUp(visit, sandbox.accessToken);
    await page.waitForSelector("#deviceId-problem .icon");
    const kept = "LAEG4YJE1A/dev01\nLAEG4YJE1A/all-none";
    const stored = () => page.evaluate("Object.values({ ...localStorage })");
    assertEquals(await stored(), [kept]);
    await open(visit);
    await page.click("text=Recent devices");
    await page.click(".recent >> text=LAEG4YJE1A/all-none");
    assertEquals(await page.inputValue("#deviceId"), "LAEG4YJE1A/all-none");
    assertEquals(await page.locator("#accessToken:focus").count(), 1);
    await page.click("text=Forget them and stop");
    assertEquals(await stored(), []);
    assertEquals((await everythingKept(page)).includes("all-none"), false);
  },
);

for (const stored of ["", "null", "\nA/b\n\n"]) {
  browserTest(
    `a store that holds ${stored} breaks nothing`,
    {},
    async (visit) => {
      const { page } = visit;
      await page.addInitScript(
        `localStorage.setItem("recent-devices", ${JSON.stringify(stored)})`,
      );
      await ask(visit, "LAEG4YJE1A/dev01");
    },
  );
}
