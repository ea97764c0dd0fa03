import { assert, assertEquals } from "@std/assert";
import type { Page } from "playwright-core";
import {
  ask,
  browserTest,
  hydrated,
  lookUp,
  open,
  type Visit,
  waitForFocus,
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
    const long = `LAEG4YJE1A/${"long".repeat(25)}`;
    const several = `LAEG4YJE1A/data-empty\nno-slash\n${long}`;
    for (const device of ["nick-long", "nick-hostile", "nobody", several]) {
      const answered = page.waitForResponse("/");
      await lookUp(visit, `LAEG4YJE1A/${device}`);
      await answered;
      await page.waitForSelector("[aria-busy=false] #result");
      assert(Number(await page.evaluate(OVERFLOW)) <= 0, device);
    }
  });
}

for (const width of [390, 1440]) {
  const viewport = { width, height: 800 };
  browserTest(`long names of fields keep to their place at ${width} pixels`, {
    viewport,
  }, async (visit) => {
    const { page } = visit;
    await open(visit);
    const name = "a_field_with_a_name_that_never_ends_".repeat(5);
    await page.route("/", async (route) => {
      const response = await route.fetch();
      const body = await response.json();
      const fact = { label: name, value: name };
      body.result.others = { heading: "Others", hint: "", fields: [fact] };
      await route.fulfill({ response, json: body });
    });
    await lookUp(visit, "LAEG4YJE1A/dev01");
    const label = page.locator(`dt:has-text("${name}")`);
    await label.waitFor();
    assert(Number(await page.evaluate(OVERFLOW)) <= 0);
    const value = page.locator(".value", { hasText: name });
    const left = await label.boundingBox();
    const right = await value.boundingBox();
    assert(left && right);
    assert(
      left.x + left.width <= right.x || left.y + left.height <= right.y,
      "one is beside the other or below",
    );
    const inner = await label.evaluate((it) => it.scrollWidth - it.clientWidth);
    assert(inner <= 0, "the name is broken within its box");
  });
}

browserTest("on a phone, the verdict is on the first screen after a lookup", {
  viewport: { width: 390, height: 844 },
}, async (visit) => {
  const { page } = visit;
  await open(visit);
  for (const device of ["dev01", "all-expired"]) {
    await lookUp(visit, `LAEG4YJE1A/${device}`);
    await waitForFocus(page, "#result");
    const box = await page.locator(".verdict").boundingBox();
    assert(box && box.y >= 0 && box.y + box.height <= 844, device);
  }
});

browserTest("every button is at least 24 pixels high and wide", {
  viewport: { width: 390, height: 844 },
}, async (visit) => {
  const { page } = visit;
  await ask(visit, "LAEG4YJE1A/dev01");
  for (const button of await page.locator("button:visible").all()) {
    const { height = 0, width = 0 } = await button.boundingBox() ?? {};
    assert(height >= 24 && width >= 24, await button.innerText());
  }
});

browserTest("printed, there is the answer and no more", {
  colorScheme: "dark",
}, async (visit) => {
  const { page } = visit;
  await ask(visit, "LAEG4YJE1A/dev01");
  await page.emulateMedia({ media: "print" });
  for (const selector of ["form", "nav", "button", "footer", ".intro"]) {
    assertEquals(await page.locator(`${selector}:visible`).count(), 0);
  }
  for (const selector of ["#result", ".verdict", ".facts"]) {
    assert(await page.locator(selector).isVisible(), selector);
  }
  const ink = "getComputedStyle(document.body).color";
  assertEquals(await page.evaluate(ink), "rgb(23, 26, 43)");
});

for (const reducedMotion of ["reduce", "no-preference"] as const) {
  browserTest(
    `while an answer comes, its shape is shown without a word (motion: ${reducedMotion})`,
    {
      reducedMotion,
    },
    async (visit) => {
      const { page } = visit;
      await open(visit);
      await lookUp(visit, "SANDBOXFLT/slow-headers");
      const shape = page.locator(".result[aria-busy=true] .outline");
      await shape.waitFor();
      assertEquals(await shape.getAttribute("aria-hidden"), "true");
      assertEquals(await page.innerText(".result"), "");
      assertEquals(await shape.locator(".membership").count(), 3);
      const moves =
        "getComputedStyle(document.querySelector('.line')).animationName";
      assertEquals(
        await page.evaluate(moves),
        reducedMotion === "reduce" ? "none" : "breathe",
      );
      assertEquals(
        await page.textContent("#lookup [role=status]"),
        "Looking up…",
      );
    },
  );
}

browserTest(
  "the VIP flag is shown as the server sent it",
  {},
  async (visit) => {
    for (const [device, flag] of [["dev01", "Yes"], ["all-none", "No"]]) {
      await ask(visit, `LAEG4YJE1A/${device}`);
      const fact = visit.page.locator(".facts div", { hasText: "is_vip" });
      assertEquals(await fact.locator("dd").textContent(), flag);
    }
  },
);

browserTest(
  "a wrong field is explained once, where it is",
  {},
  async (visit) => {
    const { page } = visit;
    await ask(visit, "LAEG4YJE1A/dev01", "");
    const said = page.getByText("Enter the access token");
    assertEquals(await said.count(), 1);
    assertEquals(await said.getAttribute("id"), "accessToken-problem");
  },
);

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

const COMING = {
  "the answer comes": "SANDBOXFLT/slow-headers",
  "answers come": "SANDBOXFLT/slow-headers\nSANDBOXFLT/slow-body\nno-slash",
};

for (const [what, devices] of Object.entries(COMING)) {
  for (const width of [360, 1280]) {
    browserTest(`nothing moves when ${what} (${width} pixels)`, {
      viewport: { width, height: 800 },
    }, async (visit: Visit) => {
      const { page } = visit;
      await open(visit);
      assertEquals(await shift(page), 0);
      // Late enough that Chromium does not put it down to the visitor's click.
      await lookUp(visit, devices);
      await page.waitForSelector("[aria-busy=false] #result");
      const moved = await shift(page);
      assert(moved < 0.05, `layout shift is ${moved}`);
    });
  }
}
