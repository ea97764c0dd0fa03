/**
 * Visits a page with a real Chromium, looks a user up, and writes to stdout what
 * the browser says about it, as JSON.
 *
 * ```sh
 * deno run --allow-all bench/web_facts.ts http://127.0.0.1:8000/ 5
 * ```
 *
 * @module
 */

import type { Browser, Page, Request } from "playwright-core";
import { CHROMIUM, CHROMIUM_ARGS } from "../tests/browser/chromium.ts";
import { chromium } from "../tests/browser/playwright.ts";
import { DEVICE, TOKEN } from "./answer.ts";

/** What a browser says about one visit; times in milliseconds. */
export interface Facts {
  /** When the largest thing of the page was painted. */
  readonly paint: number;
  /** How far things moved while the page was loaded. */
  readonly shift: number;
  /** For how long tasks kept the page from answering, past 50 ms each. */
  readonly blocked: number;
  /** How many requests came after the page was loaded, but for its icon. */
  readonly requests: number;
  /** From the click to the answer. */
  readonly answer: number;
  /** How far things moved when the answer came. */
  readonly answerShift: number;
  /** As `blocked`, from the click on. */
  readonly answerBlocked: number;
  /** How many requests the click made to the page's own server. */
  readonly answerRequests: number;
}

/** What a page notes about itself. */
interface Notes {
  paint: number;
  shift: number;
  blocked: number;
}

/** How long nothing comes before a page is taken to have come to rest. */
const REST_MS = 500;

const AVATAR = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';

/** Runs in the page, before anything of its own. */
function takeNotes(): void {
  const notes: Notes = { paint: 0, shift: 0, blocked: 0 };
  Object.assign(globalThis, { notes });
  const watch = (type: string, note: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note))
      .observe({ type, buffered: true });
  watch("largest-contentful-paint", (entry) => notes.paint = entry.startTime);
  watch("layout-shift", (entry) => {
    notes.shift += (entry as PerformanceEntry & { value: number }).value;
  });
  watch("longtask", (entry) => {
    notes.blocked += Math.max(0, entry.duration - 50);
  });
}

function readNotes(page: Page): Promise<Notes> {
  return page.evaluate(() => ({
    ...(globalThis as unknown as { notes: Notes }).notes,
  }));
}

async function visit(browser: Browser, url: string): Promise<Facts> {
  const context = await browser.newContext({ locale: "en-US" });
  try {
    await context.addInitScript(takeNotes);
    await context.route(
      /^https:/,
      (route) => route.fulfill({ contentType: "image/svg+xml", body: AVATAR }),
    );
    const page = await context.newPage();
    await page.goto(url, { waitUntil: "load" });
    const requests: Request[] = [];
    page.on("request", (request) => requests.push(request));
    await page.waitForTimeout(REST_MS);
    const loaded = await readNotes(page);
    const after = requests.splice(0).filter((it) => !isIcon(it)).length;
    const answer = await lookUp(page);
    const { shift, blocked } = await readNotes(page);
    return {
      ...loaded,
      requests: after,
      answer,
      answerShift: shift - loaded.shift,
      answerBlocked: blocked - loaded.blocked,
      answerRequests: requests.filter((it) => it.url().startsWith(url)).length,
    };
  } finally {
    await context.close();
  }
}

/** Browsers load it for the tab, when they like. */
function isIcon(request: Request): boolean {
  return new URL(request.url()).pathname.startsWith("/icon.");
}

async function lookUp(page: Page): Promise<number> {
  await page.fill("#deviceId", DEVICE);
  await page.fill("#accessToken", TOKEN);
  const start = performance.now();
  await page.click("#lookup button[type=submit]");
  await page.getByText("1000000001").first().waitFor();
  const time = performance.now() - start;
  await page.waitForTimeout(REST_MS);
  return time;
}

async function main([url = "", times = "1"]: string[]): Promise<void> {
  if (CHROMIUM === null) throw new Error("no Chromium on PATH");
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: CHROMIUM_ARGS,
  });
  try {
    const all: Facts[] = [];
    for (let i = 0; i < Number(times); i++) all.push(await visit(browser, url));
    await Deno.stdout.write(new TextEncoder().encode(JSON.stringify(all)));
  } finally {
    await browser.close();
  }
}

if (import.meta.main) await main(Deno.args);
