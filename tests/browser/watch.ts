/**
 * Watches a page for what must never happen on it.
 *
 * @module
 */

import type { BrowserContext, ConsoleMessage, Request } from "playwright-core";
import { assertEquals } from "@std/assert";

/** Where the sandbox says that avatars are; nothing is there. */
const AVATARS = "https://avatars.example/";

/** A picture of one green point. */
const AVATAR =
  '<svg xmlns="http://www.w3.org/2000/svg" width="72" height="72"><rect width="72" height="72" fill="#4a8"/></svg>';

/** What a test sees of its pages. */
export interface Watch {
  /** What must not have happened. */
  readonly complaints: string[];
  /** The avatars that were asked for. */
  readonly avatars: Request[];
}

/**
 * Watches all pages of a browser context, and answers for the host of avatars.
 *
 * @param context The context.
 * @param origin The one origin that pages may talk to.
 */
export async function watch(
  context: BrowserContext,
  origin: string,
): Promise<Watch> {
  const complaints: string[] = [];
  const avatars: Request[] = [];
  context.on("console", (message) => {
    if (isComplaint(message, origin)) complaints.push(message.text());
  });
  context.on("weberror", (error) => complaints.push(error.error().message));
  context.on("request", (request) => {
    const url = request.url();
    if (url.startsWith(AVATARS)) avatars.push(request);
    else if (!url.startsWith(`${origin}/`)) complaints.push(`asked ${url}`);
  });
  await context.route(
    /^https:/,
    (route) =>
      route.request().url().startsWith(AVATARS)
        ? route.fulfill({ contentType: "image/svg+xml", body: AVATAR })
        : route.abort(),
  );
  return { complaints, avatars };
}

/** Chromium itself remarks on each status from 400; those are our answers. */
function isComplaint(message: ConsoleMessage, origin: string): boolean {
  if (message.type() !== "error" && message.type() !== "warning") return false;
  const isStatus = message.text().startsWith(
    "Failed to load resource: the server responded with a status of",
  );
  const { pathname, origin: from } = new URL(message.location().url, origin);
  return !(isStatus && from === origin && !pathname.startsWith("/_fresh/"));
}

/** Asserts that nothing happened that must not. */
export function assertNoComplaint({ complaints }: Watch): void {
  assertEquals(complaints, []);
}
