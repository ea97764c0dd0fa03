/**
 * Playwright, with the permissions that the other tests have, too.
 *
 * When it is loaded, it looks below `/proc` whether this is Windows' subsystem
 * for Linux. Deno lets nobody look there but who may do everything, so it is
 * told that nothing is there.
 *
 * @module
 */

import fs from "node:fs";

const { existsSync, readFileSync } = fs;
fs.existsSync = (path) => !isOfSystem(path) && existsSync(path);
fs.readFileSync =
  ((path: fs.PathOrFileDescriptor, ...rest: []) =>
    isOfSystem(path) ? "" : readFileSync(path, ...rest)) as typeof readFileSync;

function isOfSystem(path: unknown): boolean {
  return String(path).startsWith("/proc/") || path === "/run/WSL";
}

/** Playwright's Chromium. */
export const { chromium } = await import("playwright-core");
