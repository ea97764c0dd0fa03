/**
 * A test in a real Chromium, against the whole app and a sandbox.
 *
 * @module
 */

import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { type Sandbox, startSandbox } from "../../lib/sandbox/mod.ts";
import { makeApp } from "../web/app.ts";
import { CHROMIUM, CHROMIUM_ARGS } from "./chromium.ts";
import { chromium } from "./playwright.ts";
import { assertNoComplaint, type Watch, watch } from "./watch.ts";

/** What a test is given. */
export interface Visit {
  readonly page: Page;
  readonly origin: string;
  readonly sandbox: Sandbox;
  readonly watch: Watch;
  /** Whether the page's script runs. */
  readonly live: boolean;
}

/** How the visitor's browser is set up, and whether the page is a demo. */
export interface VisitOptions extends BrowserContextOptions {
  demo?: boolean;
}

/**
 * Registers a test. After it, no page may have written an error, broken its
 * policy, or asked another host for anything but an avatar.
 *
 * @param name What the test shows.
 * @param options How the visitor's browser is set up.
 * @param test The test.
 */
export function browserTest(
  name: string,
  options: VisitOptions,
  test: (visit: Visit) => Promise<void>,
): void {
  Deno.test({
    name: CHROMIUM === null ? `${name} (skipped: no Chromium on PATH)` : name,
    ignore: CHROMIUM === null,
    // The browser outlives a test; it is closed after the last one of a file.
    sanitizeOps: false,
    sanitizeResources: false,
    fn: () => visit(options, test),
  });
}

async function visit(
  { demo, ...options }: VisitOptions,
  test: (visit: Visit) => Promise<void>,
): Promise<void> {
  await using sandbox = await startSandbox({ slowMs: 2_000 });
  const { accessToken, devices, endpoint } = sandbox;
  const { handler } = await makeApp({
    endpoint,
    demo: demo ? { accessToken, devices } : null,
  });
  await using server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    handler,
  );
  const origin = `http://127.0.0.1:${server.addr.port}`;
  const context = await (await launch()).newContext({
    baseURL: origin,
    locale: "en-US",
    timezoneId: "America/New_York",
    ...options,
  });
  try {
    context.setDefaultTimeout(10_000);
    const watched = await watch(context, origin);
    const page = await context.newPage();
    const live = options.javaScriptEnabled ?? true;
    await test({ page, origin, sandbox, watch: watched, live });
    assertNoComplaint(watched);
  } finally {
    await context.close();
  }
}

let browser: Promise<Browser> | undefined;

/** One browser for a file; each test has a profile of its own in it. */
function launch(): Promise<Browser> {
  return browser ??= chromium.launch({
    executablePath: CHROMIUM!,
    args: CHROMIUM_ARGS,
  });
}

Deno.test.afterAll(async () => await (await browser)?.close());

/** Opens the page, and waits until its island runs, if it does. */
export async function open(
  { page, live }: Pick<Visit, "page" | "live">,
  path = "/",
): Promise<void> {
  await page.goto(path);
  if (live) await hydrated(page);
}

/** Looks devices up on a new page, and waits for what comes of it. */
export async function ask(
  visit: Visit,
  deviceId: string,
  accessToken?: string,
): Promise<void> {
  await open(visit);
  await lookUp(visit, deviceId, accessToken);
  await visit.page.waitForSelector("[aria-busy=false] #result");
}

/** All that a page keeps, and where something could be read. */
export async function everythingKept(page: Page): Promise<string> {
  return await page.evaluate(`JSON.stringify([
    document.documentElement.outerHTML, location.href, document.cookie,
    { ...localStorage }, { ...sessionStorage }, history.state, name,
  ])`);
}

/** Fills in the form and sends it. */
export async function lookUp(
  { page, sandbox }: Visit,
  deviceId: string,
  accessToken: string = sandbox.accessToken,
): Promise<void> {
  await page.fill("#deviceId", deviceId);
  await page.fill("#accessToken", accessToken);
  await page.click("#lookup button[type=submit]");
}

/** Waits until the island runs: only then there is a button to show the token. */
export async function hydrated(page: Page): Promise<void> {
  await page.locator("button[aria-pressed]").waitFor({ state: "visible" });
}

/** Waits until an element has the focus, which it gets after it is shown. */
export async function waitForFocus(
  page: Page,
  selector: string,
): Promise<void> {
  await page.locator(`${selector}:focus`).waitFor({ state: "attached" });
}
