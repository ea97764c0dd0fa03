/**
 * The programs whose start is measured.
 *
 * @module
 */

import { DEVICE, TOKEN } from "./answer.ts";
import type { Program } from "./process.ts";

const env = { KUGOU_ACCESS_TOKEN: TOKEN };

/** The permissions that the README documents, but for the responder's host. */
const CLI = [
  "--allow-net=127.0.0.1",
  "--allow-env=KUGOU_ACCESS_TOKEN,KUGOU_ENDPOINT,KUGOU_LANG,FORCE_COLOR",
];

/** What stands for the responder's endpoint where a command is shown. */
export const ENDPOINT_WORD = "$ENDPOINT";

/**
 * The command line that looks a device up.
 *
 * @param endpoint Where to.
 * @returns The program.
 */
export function cliLookup(endpoint: string): Program {
  const args = ["cli.ts", "user-info", DEVICE, "--endpoint", endpoint];
  return { options: CLI, args, env };
}

/**
 * A script of a few lines that does the same call.
 *
 * @param endpoint Where to.
 * @returns The program.
 */
export function bareScript(endpoint: string): Program {
  const options = ["--allow-net=127.0.0.1", "--allow-env=KUGOU_ACCESS_TOKEN"];
  return { options, args: ["bench/bare_lookup.ts", endpoint, DEVICE], env };
}

/** The command line's help. */
export const cliHelp: Program = { options: CLI, args: ["cli.ts", "--help"] };

/** A script of one line. */
export const hello: Program = { options: [], args: ["bench/bare_hi.ts"] };
