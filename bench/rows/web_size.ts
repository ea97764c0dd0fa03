/**
 * What is sent for the page, against what the framework makes of it.
 *
 * @module
 */

import type { Verdict } from "../limit.ts";
import { commandLine, type Program, runProgram } from "../process.ts";
import type { Line, Row } from "../row.ts";
import { spread } from "../stats.ts";
import { buildPages, servePage } from "../web_programs.ts";
import { startServer } from "../web_server.ts";
import { gzippedAll, weigh } from "../web_sizes.ts";

const LIMIT = 6_000;

const OWN_SCRIPT: Program = {
  options: ["--allow-all"],
  args: ["bench/web_own_script.ts"],
};

/** The row. */
export const webSize: Row = {
  name: "web-size",
  how: "The built page is asked for `/`, its stylesheet, its scripts and all " +
    "that they import; each file is gzipped by itself. What the framework's " +
    "runtime does not import is the file of the island, with Preact's hooks " +
    "in it; our own is the same without any package.",
  commands: () => [OWN_SCRIPT, servePage()].map(commandLine),
  async run({ say }) {
    say("build");
    await buildPages();
    await using server = await startServer(servePage());
    const page = new URL(`http://127.0.0.1:${server.port}/`);
    const { islandScripts, frameworkScripts, styles } = await weigh(page, load);
    const own = await gzippedAll([await runProgram(OWN_SCRIPT)]);
    const beside = (what: string, bytes: number) =>
      line(what, bytes, frameworkScripts);
    return [
      { ...beside("JavaScript of our own", own), verdict: fits(own) },
      beside("JavaScript of the island", islandScripts),
      { ...beside("CSS", styles), verdict: fits(styles) },
    ];
  },
};

async function load(url: URL): Promise<string> {
  const response = await fetch(url);
  const text = await response.text();
  if (response.ok) return text;
  throw new Error(`Cannot load ${url.pathname}: HTTP ${response.status}`);
}

function line(what: string, ours: number, theirs: number): Line {
  return {
    what: `${what}, gzipped`,
    against: "JavaScript of the framework",
    figures: `${kilobytes(ours)} / ${kilobytes(theirs)}`,
    ratio: spread([ours / theirs]),
    verdict: null,
  };
}

function fits(bytes: number): Verdict {
  return { limit: `≤ ${kilobytes(LIMIT)}`, holds: bytes <= LIMIT };
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1_000).toFixed(2)} kB`;
}
