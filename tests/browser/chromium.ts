/**
 * Finds a Chromium on this machine.
 *
 * @module
 */

const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];

/** Where Chromium is, or `null`: then the browser tests are skipped. */
export const CHROMIUM: string | null = find();

function find(): string | null {
  for (const directory of (Deno.env.get("PATH") ?? "").split(":")) {
    for (const name of NAMES) {
      const path = `${directory}/${name}`;
      if (isFile(path)) return path;
    }
  }
  return null;
}

function isFile(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch {
    return false; // not there, or not ours to see
  }
}

/** Chromium without a window, and without anything that calls home. */
export const CHROMIUM_ARGS: string[] = [
  "--disable-background-networking",
  "--disable-gpu",
  "--no-first-run",
  // Containers run as root and lack the kernel's namespaces.
  "--no-sandbox",
];
